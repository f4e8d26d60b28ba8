package pix.functions.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import pix.certificate.Certificate;
import pix.certificate.Certificates.Page;
import pix.certificate.SchoolBooklet;
import pix.certificate.StudentIds;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Uai;

/** {@code GET /booklets/{uai}/certifications}, for the system that keeps school booklets. */
public final class ListBookletHandler extends HttpHandler {
    private static final String SCOPE = "booklet";

    private final Organisations organisations;
    private final SchoolBooklet booklet;
    private final StudentIds studentIds;
    private final InstantSource clock;

    public ListBookletHandler() {
        this(Wiring.organisations(), Wiring.schoolBooklet(), Wiring.studentIds(), Wiring.clock());
    }

    ListBookletHandler(
            Organisations organisations, SchoolBooklet booklet, StudentIds studentIds, InstantSource clock) {
        this.organisations = organisations;
        this.booklet = booklet;
        this.studentIds = studentIds;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        if (!request.caller().scopes().contains(SCOPE)) throw new Refused(ProblemType.FORBIDDEN);
        Fields query = request.query(Set.of("since", "cursor"));
        Optional<LocalDate> since = query.optionalDate("since");
        Optional<String> cursor = query.optionalText("cursor", 1, 200);
        query.check();
        Optional<Organisation> school = Optional.of(request.path("uai"))
                .filter(Uai::isValid).map(Uai::new).flatMap(organisations::findByUai);
        if (school.isEmpty()) return Reply.problem(ProblemType.NOT_FOUND);
        Page page = booklet.page(school.get().organisationId(), since, cursor);
        return page.certificates().isEmpty() ? Reply.noContent() : Reply.ok(json(page, clock.instant()));
    }

    private JsonNode json(Page page, Instant now) {
        ObjectNode json = Json.object();
        json.set("certifications", Json.array(page.certificates(), c -> CertificateJson.booklet(c, studentId(c), now)));
        page.next().ifPresent(next -> json.put("cursor", next));
        return json;
    }

    private Optional<String> studentId(Certificate certificate) {
        return certificate.result().sealedStudentId().flatMap(studentIds::open);
    }
}
