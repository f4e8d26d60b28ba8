package pix.functions.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pix.Page;
import pix.http.Caller;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Reply;
import pix.http.Request;
import pix.http.Tokens;
import pix.session.JuryState;
import pix.session.Session;
import pix.session.Sessions;

/**
 * {@code GET /sessions}: for everybody, the public sessions with seats left; with {@code state}, for the operator, those
 * that wait for publication. The gateway lets everybody in here, so the operator's token is checked by the handler.
 */
public final class FindSessionsHandler extends HttpHandler {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int FARTHEST_YEARS = 3;

    /** What the operator asks for, and the lists it is made of, one after the other. */
    private static final Map<String, List<JuryState>> LISTS = Map.of(
            "finalised", List.of(JuryState.WAITING, JuryState.READY, JuryState.SCORING),
            "waiting", List.of(JuryState.WAITING),
            "appealed", List.of(JuryState.APPEALED));

    private final Sessions sessions;
    private final InstantSource clock;
    private final Tokens tokens;

    public FindSessionsHandler() {
        this(Wiring.ofPlatform());
    }

    FindSessionsHandler(Wiring wiring) {
        this.sessions = wiring.sessions();
        this.clock = wiring.clock();
        this.tokens = wiring.tokens();
    }

    @Override
    protected Reply handle(Request request) {
        return request.query("state").isPresent() ? ofJury(request) : withSeats(request);
    }

    private Reply withSeats(Request request) {
        Fields query = request.query(Set.of("department", "from", "to", "cursor"));
        Optional<String> department = OrganisationJson.department(query);
        if (!query.has("department")) query.fault("department", "required");
        Optional<LocalDate> first = query.optionalDate("from");
        Optional<LocalDate> last = query.optionalDate("to");
        Optional<String> cursor = query.optionalText("cursor", 1, 500);
        query.check();
        Instant now = clock.instant();
        Instant from = first.map(day -> day.atStartOfDay(PARIS).toInstant()).filter(now::isBefore).orElse(now);
        LocalDate end = last.orElseGet(() -> LocalDate.ofInstant(from, PARIS).plusYears(FARTHEST_YEARS));
        Instant until = end.plusDays(1).atStartOfDay(PARIS).toInstant();
        if (until.isBefore(from)) return Reply.ok(json(new Page<Session>(List.of(), Optional.empty()), SessionJson::open));
        return Reply.ok(json(sessions.withSeats(department.orElseThrow(), from, until, cursor), SessionJson::open));
    }

    private Reply ofJury(Request request) {
        Caller caller = tokens.caller(request).orElseThrow(() -> new Refused(ProblemType.UNAUTHENTICATED));
        if (!caller.isOperator()) throw new Refused(ProblemType.FORBIDDEN);
        Fields query = request.query(Set.of("state", "cursor"));
        List<JuryState> lists = query.oneOf("state", name -> Optional.ofNullable(LISTS.get(name)));
        Optional<String> cursor = query.optionalText("cursor", 1, 600);
        query.check();
        return Reply.ok(json(listed(lists, cursor), SessionJson::of));
    }

    /** A cursor says which list it is a place in: {@code 1.…}; the place is empty at the start of a list. */
    private Page<Session> listed(List<JuryState> lists, Optional<String> cursor) {
        String[] place = cursor.orElse("0.").split("\\.", 2);
        int list = place.length == 2 && place[0].matches("[0-2]") ? Integer.parseInt(place[0]) : 0;
        if (list >= lists.size()) return new Page<>(List.of(), Optional.empty());
        Page<Session> page = sessions.ofJury(lists.get(list), Optional.of(place[place.length - 1]).filter(p -> !p.isEmpty()));
        if (page.cursor().isPresent()) return new Page<>(page.entries(), page.cursor().map(c -> list + "." + c));
        if (list + 1 == lists.size()) return page;
        return page.entries().isEmpty()
                ? listed(lists, Optional.of(list + 1 + "."))
                : new Page<>(page.entries(), Optional.of(list + 1 + "."));
    }

    private static ObjectNode json(Page<Session> page, Function<Session, JsonNode> toJson) {
        ObjectNode json = Json.object();
        json.set("sessions", Json.array(page.entries(), toJson));
        page.cursor().ifPresent(c -> json.put("cursor", c));
        return json;
    }
}
