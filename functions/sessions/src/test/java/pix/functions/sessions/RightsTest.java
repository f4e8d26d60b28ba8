package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;

/**
 * Every call and who may make it: {@code +} is let in (whatever comes of it), {@code -} is told 403, {@code ?} is told 404
 * in the very words of what does not exist. Nobody without a token is let in anywhere but in the public search.
 */
class RightsTest {
    private static final World WORLD = new World();
    private static final List<String> PEOPLE =
            List.of(World.OPERATOR, World.HEAD, World.INVIGILATOR, World.TEACHER, World.STRANGER);
    /** Whom the events name. */
    private static final String CANDIDATE = "learner-1";
    private static String session;

    @BeforeAll
    static void register() {
        WORLD.certifiable(CANDIDATE);
    }

    /** A candidate is sitting and waits for a decision, so that every call finds what it is about. */
    @BeforeEach
    void plan() {
        WORLD.pass(Duration.ofDays(1));
        session = WORLD.session("public", 5, Duration.ofHours(1));
        WORLD.book(session, CANDIDATE);
        WORLD.open(session);
        String assessment = WORLD.sitting(session, CANDIDATE, "laptop-0001");
        WORLD.call("raise-alert", CANDIDATE).path("id", assessment).header("pix-device", "laptop-0001")
                .to(new RaiseAlertHandler(WORLD.wiring));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static Stream<Arguments> calls() {
        return Stream.of(
                //                                                                        operator head invigilator teacher stranger
                row("create-organisation", w -> new CreateOrganisationHandler(w.createOrganisation()), "+----"),
                row("list-organisations", w -> new ListOrganisationsHandler(w.organisations()), "+----"),
                row("show-organisation", w -> new ShowOrganisationHandler(w.access()), "++++?"),
                row("list-staff", ListStaffHandler::new, "++++?"),
                row("appoint-staff", AppointStaffHandler::new, "++--?"),
                row("dismiss-staff", DismissStaffHandler::new, "++--?"),
                row("list-memberships", w -> new ListMembershipsHandler(w.organisations()), "+++++"),
                row("create-session", CreateSessionHandler::new, "-+--?"),
                row("list-sessions", ListSessionsHandler::new, "++++?"),
                row("show-session", ShowSessionHandler::new, "++++?"),
                row("change-session", ChangeSessionHandler::new, "-+--?"),
                row("cancel-session", CancelSessionHandler::new, "-+--?"),
                row("enrol-candidates", EnrolCandidatesHandler::new, "-+--?"),
                row("change-candidate", ChangeCandidateHandler::new, "-+--?"),
                row("remove-candidate", RemoveCandidateHandler::new, "-+--?"),
                row("show-board", ShowBoardHandler::new, "-++-?"),
                row("open-session", OpenSessionHandler::new, "-++-?"),
                row("admit-candidate", AdmitCandidateHandler::new, "-++-?"),
                row("pause-candidate", PauseCandidateHandler::new, "-++-?"),
                row("resume-candidate", ResumeCandidateHandler::new, "-++-?"),
                row("give-minutes", GiveMinutesHandler::new, "-++-?"),
                row("decide-alert", DecideAlertHandler::new, "-++-?"),
                row("finalise-session", FinaliseSessionHandler::new, "-++-?"),
                row("print-attendance-sheet", PrintAttendanceSheetHandler::new, "-++-?"),
                row("show-log", ShowLogHandler::new, "++--?"),
                row("show-jury", ShowJuryHandler::new, "+---?"),
                row("publish-session", PublishSessionHandler::new, "+---?"),
                // Of the person alone: nobody is refused, nobody reaches anything of others.
                row("book-seat", BookSeatHandler::new, "+++++"),
                row("cancel-booking", CancelBookingHandler::new, "+++++"),
                row("list-bookings", ListBookingsHandler::new, "+++++"),
                row("appeal-result", AppealResultHandler::new, "?????"),
                row("show-entry", ShowEntryHandler::new, "?????"),
                row("enter-session", EnterSessionHandler::new, "-----"),
                row("send-signal", SendSignalHandler::new, "?????"),
                row("raise-alert", RaiseAlertHandler::new, "?????"));
    }

    private static Arguments row(String event, Function<Wiring, RequestStreamHandler> handler, String rights) {
        return Arguments.of(event, handler.apply(WORLD.wiring), rights);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void lets_in_whom_the_table_says(String event, RequestStreamHandler handler, String rights) {
        for (int i = 0; i < PEOPLE.size(); i++) {
            Answer answer = at(WORLD.call(event, PEOPLE.get(i))).to(handler);
            assertEquals(rights.charAt(i), told(answer), event + " by " + PEOPLE.get(i) + ": " + answer.body());
        }
        assertEquals(401, at(Call.of(event).anonymous()).to(handler).status(), event);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void tells_a_stranger_nothing_of_what_exists(String event, RequestStreamHandler handler, String rights) {
        if (rights.charAt(4) != '?') return;
        Answer real = at(WORLD.call(event, World.STRANGER)).to(handler);
        Answer none = WORLD.call(event, World.STRANGER).path("id", "no-such-thing").to(handler);

        assertEquals(none.status(), real.status());
        assertEquals(withoutId(none), withoutId(real));
    }

    private static Call at(Call call) {
        boolean ofSession = call.event().path("routeKey").asText().contains("/sessions/{id}");
        return ofSession ? call.path("id", session) : call;
    }

    private static char told(Answer answer) {
        return switch (answer.status()) {
            case 403 -> answer.body().contains("not-certifiable") ? '+' : '-';
            case 404 -> '?';
            default -> '+';
        };
    }

    private static ObjectNode withoutId(Answer answer) {
        return ((ObjectNode) answer.json()).without("requestId");
    }
}
