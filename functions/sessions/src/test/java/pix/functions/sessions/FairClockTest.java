package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.sessions.SeatsTest.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pix.assessment.SubmitAnswer;
import pix.assessment.Supervision.Standing;
import pix.embedded.Call.Answer;
import pix.http.Json;

/** What an outage takes from candidates is seen, and given back. */
class FairClockTest {
    private static final String LAPTOP = "laptop-0001";

    private final World world = new World();
    private final Wiring wiring = world.wiring;
    private String session;

    @BeforeEach
    void plan() {
        session = world.session("public", 40);
        for (String learner : new String[] {"zoe", "luc", "ada"}) world.book(session, world.certifiable(learner));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void minutes_lost_to_an_outage_are_given_back_to_all_who_sit_once_and_for_all_to_read() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        String luc = world.sitting(session, "luc", LAPTOP);
        world.pass(Duration.ofMinutes(25));

        Answer given = give(null, "grant-outage", 20);
        Answer again = give(null, "grant-outage", 20);

        assertEquals(2, given.json().path("candidates").size(), given.body());
        assertEquals(given.body(), again.body());
        assertEquals(100 * 60, remaining("zoe"));
        assertEquals(20, candidate("luc").path("minutesGiven").asInt());
        assertTrue(candidate("ada").path("minutesGiven").isMissingNode(), "does not sit");
        assertEquals("Le réseau était coupé.", look("zoe").json().path("lastGrant").path("reason").asText());
        Answer log = world.call("show-log", World.HEAD).path("id", session).to(new ShowLogHandler(wiring));
        assertEquals(2, log.json().findValuesAsText("kind").stream().filter("minutes-given"::equals).count());

        world.pass(Duration.ofMinutes(98));
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(zoe, true, LAPTOP));
        world.pass(Duration.ofMinutes(2));
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.TimeOver()), world.answer(luc, true, LAPTOP));
    }

    @Test
    void minutes_given_when_the_time_is_over_begin_then() {
        world.open(session);
        String zoe = world.sitting(session, "zoe", LAPTOP);
        world.pass(Duration.ofMinutes(130));
        assertEquals("time-over", state("zoe"));

        assertEquals(200, give("zoe", "grant-late", 5).status());

        assertEquals(5 * 60, remaining("zoe"));
        world.pass(Duration.ofMinutes(4));
        assertInstanceOf(SubmitAnswer.Outcome.Accepted.class, world.answer(zoe, true, LAPTOP));
        world.pass(Duration.ofMinutes(1));
        assertEquals(new SubmitAnswer.Outcome.Refused(new Standing.TimeOver()), world.answer(zoe, true, LAPTOP));
    }

    @Test
    void minutes_are_given_to_who_sits_and_sixty_at_most() {
        world.open(session);
        assertEquals("nobody-sits", type(give(null, "grant-early", 5)));
        assertEquals("nobody-sits", type(give("zoe", "grant-early", 5)));
        assertEquals(404, give("eve", "grant-early", 5).status());
        String zoe = world.sitting(session, "zoe", LAPTOP);
        world.sitting(session, "luc", LAPTOP);

        assertEquals(422, give("zoe", "grant-hours", 61).status());
        assertEquals(200, give("zoe", "grant-hour-1", 40).status());
        assertEquals("too-many-minutes", type(give(null, "grant-hour-2", 21)));
        assertTrue(candidate("luc").path("minutesGiven").isMissingNode(), "all or none");
        world.supervise("pause-candidate", session, "zoe", new PauseCandidateHandler(wiring));
        assertEquals(200, give("zoe", "grant-hour-3", 20).status());
        assertEquals(165 * 60, remaining("zoe"), "in a pause too");

        world.supervise("resume-candidate", session, "zoe", new ResumeCandidateHandler(wiring));
        world.answer(zoe, 32, LAPTOP);
        assertEquals("nobody-sits", type(give("zoe", "grant-ended", 1)));
    }

    @Test
    void the_board_shows_whose_device_is_not_heard_of_and_a_note_is_made_twice_a_minute_at_most() {
        world.open(session);
        world.sitting(session, "zoe", LAPTOP);
        world.sitting(session, "luc", LAPTOP);
        double written = 0;

        for (int i = 0; i < 20; i++) {
            world.pass(Duration.ofSeconds(7));
            written += Double.parseDouble(look("zoe").log().getFirst().replaceAll(".*\"writeUnits\":([0-9.]+).*", "$1"));
        }

        assertEquals(4, written, "in 140 seconds");
        assertTrue(candidate("zoe").path("silentSeconds").asInt() < 30);
        assertEquals(140, candidate("luc").path("silentSeconds").asInt());
        assertEquals("luc", world.board(session).path("candidates").path(0).path("learnerId").asText(), "most in need first");
        assertTrue(candidate("ada").path("silentSeconds").isMissingNode());
    }

    /** @param learner null for all who sit */
    private Answer give(String learner, String grantId, int minutes) {
        var body = Json.object().put("grantId", grantId).put("minutes", minutes).put("reason", "Le réseau était coupé.");
        if (learner != null) body.put("learnerId", learner);
        return world.call("give-minutes", World.INVIGILATOR).path("id", session).body(body).to(new GiveMinutesHandler(wiring));
    }

    private Answer look(String learner) {
        return world.call("show-entry", learner).path("id", session).header("pix-device", LAPTOP).to(new ShowEntryHandler(wiring));
    }

    private JsonNode candidate(String learner) {
        return JuryTest.of(world.board(session), learner);
    }

    private String state(String learner) {
        return candidate(learner).path("state").asText();
    }

    private int remaining(String learner) {
        return candidate(learner).path("remainingSeconds").asInt();
    }
}
