package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pix.InvalidInput;
import pix.Language;
import pix.Page;
import pix.Spreadsheet;
import pix.Text;
import pix.enrolment.RosterKeys;
import pix.enrolment.Student;
import pix.enrolment.Students;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;

/**
 * {@code GET /organisations/{id}/students/claim-codes}: slips to cut out, a file for a spreadsheet, or JSON. A code can be
 * claimed with from the moment somebody has seen it.
 */
public final class PrintClaimCodesHandler extends HttpHandler {
    /** As many slips as a printer takes in one go: 72 sheets. */
    private static final int MOST = 1000;
    private static final int PAGE = 500;
    private static final List<Text> COLUMNS = List.of(new Text("Classe", "Class"), new Text("Nom", "Family name"),
            new Text("Prénoms", "Given names"), new Text("Homonymes", "Namesakes"), new Text("Code", "Code"));

    private final Wiring wiring;
    private final Access access;
    private final Students students;
    private final RosterKeys keys;

    public PrintClaimCodesHandler() {
        this(Wiring.ofPlatform());
    }

    PrintClaimCodesHandler(Wiring wiring) {
        this.wiring = wiring;
        this.access = wiring.access();
        this.students = wiring.students();
        this.keys = wiring.keys();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Fields query = request.query(Set.of("class"));
        Optional<String> className = query.optionalText("class", 1, 100);
        query.check();
        List<Student> without = withoutAccount(member.organisationId(), className);
        students.offer(without, keys);
        if (request.accepts("application/json")) return json(without);
        if (request.accepts("text/csv")) return csv(without, request.language());
        byte[] pdf = new ClaimSlips(member.organisation().name(), without, keys, wiring.address(), request.language()).pdf();
        return new Reply.File("application/pdf", pdf, Map.of("content-disposition", "inline; filename=\"codes.pdf\""));
    }

    private List<Student> withoutAccount(String organisationId, Optional<String> className) {
        List<Student> without = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Student> page = students.active(organisationId, className, cursor, PAGE);
            page.entries().stream().filter(s -> s.learnerId().isEmpty()).forEach(without::add);
            if (without.size() > MOST) throw new InvalidInput("/class", className.isEmpty() ? "choose-a-class" : "class-too-large");
            cursor = page.cursor();
        } while (cursor.isPresent());
        return without;
    }

    private Reply json(List<Student> without) {
        ObjectNode json = Json.object();
        json.set("students", Json.array(without, s -> StudentJson.claim(s, s.claimCode(keys))));
        return Reply.ok(json);
    }

    private Reply csv(List<Student> without, Language language) {
        Namesakes namesakes = new Namesakes(without, language);
        String lines = without.stream()
                .map(s -> Spreadsheet.line(List.of(s.className().orElse(""), s.familyName(), s.givenNames(),
                        namesakes.mark(s).orElse(""), s.claimCode(keys).grouped())))
                .collect(Collectors.joining("", Spreadsheet.BYTE_ORDER_MARK + Spreadsheet.line(COLUMNS.stream().map(c -> c.in(language)).toList()), ""));
        return new Reply.File("text/csv; charset=utf-8", lines.getBytes(StandardCharsets.UTF_8),
                Map.of("content-disposition", "attachment; filename=\"codes.csv\""));
    }
}
