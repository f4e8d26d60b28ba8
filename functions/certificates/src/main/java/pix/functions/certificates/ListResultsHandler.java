package pix.functions.certificates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.audit.AuditTrail;
import pix.audit.AuditTrail.View;
import pix.certificate.Certificate;
import pix.certificate.Certificates;
import pix.certificate.Certificates.Page;
import pix.certificate.ResultsCsv;
import pix.certificate.School;
import pix.certificate.StudentIds;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.organisation.Organisations;
import pix.organisation.Role;

/**
 * {@code GET /organisations/{id}/results}, for the organisation's staff: a page of its students' results as JSON, or
 * all of them as a file for a spreadsheet where {@code text/csv} is asked for. Who looked at whose results is noted before
 * they are shown.
 */
public final class ListResultsHandler extends HttpHandler {
    private static final int PAGE = 100;

    private final Organisations organisations;
    private final Certificates certificates;
    private final StudentIds studentIds;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    public ListResultsHandler() {
        this(Wiring.organisations(), Wiring.certificates(), Wiring.studentIds(), Wiring.auditTrail(), Wiring.clock());
    }

    ListResultsHandler(Organisations organisations, Certificates certificates, StudentIds studentIds,
            AuditTrail auditTrail, InstantSource clock) {
        this.organisations = organisations;
        this.certificates = certificates;
        this.studentIds = studentIds;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        String organisationId = request.path("id");
        boolean staff = organisations.role(organisationId, request.caller().subject())
                .filter(role -> role.mayActAs(Role.TEACHER)).isPresent();
        if (!staff) throw new Refused(ProblemType.FORBIDDEN);
        Fields query = request.query(Set.of("class", "cursor"));
        Optional<String> schoolClass = query.optionalText("class", 1, 60);
        Optional<String> cursor = query.optionalText("cursor", 1, 200);
        query.check();
        View view = new View(clock.instant(), request.caller().subject(), "results", Optional.of(organisationId));
        return request.accepts("text/csv") ? csv(view, organisationId, schoolClass) : json(view, organisationId, schoolClass, cursor);
    }

    private Reply json(View view, String organisationId, Optional<String> schoolClass, Optional<String> cursor) {
        Page page = certificates.latestOf(organisationId, cursor, PAGE);
        List<Certificate> shown = in(schoolClass, page);
        note(view, shown);
        ObjectNode json = Json.object();
        json.set("results", Json.array(shown, c -> CertificateJson.result(c, view.at())));
        page.next().ifPresent(next -> json.put("cursor", next));
        return Reply.ok(json);
    }

    private Reply csv(View view, String organisationId, Optional<String> schoolClass) {
        List<ResultsCsv.Row> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page page = certificates.latestOf(organisationId, next, PAGE);
            in(schoolClass, page).forEach(c ->
                    rows.add(new ResultsCsv.Row(c, c.result().sealedStudentId().flatMap(studentIds::open))));
            next = page.next();
        } while (next.isPresent());
        note(view, rows.stream().map(ResultsCsv.Row::certificate).toList());
        String name = ResultsCsv.fileName(LocalDate.ofInstant(view.at(), ZoneOffset.UTC), schoolClass);
        return new Reply.File("text/csv; charset=utf-8", ResultsCsv.write(rows, view.at()).getBytes(StandardCharsets.UTF_8),
                Map.of("content-disposition", "attachment; filename=\"" + name + "\""));
    }

    private void note(View view, List<Certificate> shown) {
        auditTrail.viewed(view, shown.stream().map(c -> c.result().learnerId()).toList());
    }

    private static List<Certificate> in(Optional<String> schoolClass, Page page) {
        return page.certificates().stream()
                .filter(c -> schoolClass.isEmpty() || c.result().school().flatMap(School::schoolClass).equals(schoolClass))
                .toList();
    }
}
