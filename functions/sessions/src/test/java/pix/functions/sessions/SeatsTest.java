package pix.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Call.Answer;
import pix.http.Json;
import pix.session.Agenda;
import pix.session.Candidate;
import pix.session.Event;
import pix.session.GiveSeatsBack;
import pix.session.Progress;
import pix.session.Seats;
import pix.session.Session;

class SeatsTest {
    private final World world = new World();
    private final Wiring wiring = world.wiring;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void two_hundred_people_for_thirty_seats_leave_exactly_thirty_bookings_and_tell_every_loser() throws Exception {
        String session = world.session("public", 30);
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String learner = world.certifiable("learner-" + i);
            all.add(() -> world.book(session, learner));
        }

        List<Answer> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(30, answers.stream().filter(a -> a.status() == 201).count());
        assertEquals(170, answers.stream().filter(a -> type(a).equals("session-full")).count());
        assertCounterIsList(session, 30);
    }

    /** A transaction of the embedded store is many small jobs, one after another: rooms of their own make use of every core. */
    @Test
    void ten_thousand_random_bookings_and_cancellations_keep_the_counter_equal_to_the_list() throws Exception {
        List<Callable<Void>> rooms = new ArrayList<>();
        for (int room = 0; room < 4; room++) {
            Random luck = new Random(room);
            rooms.add(() -> {
                try (World own = new World()) {
                    takeAndRelease(own, luck, 2_500);
                }
                return null;
            });
        }

        try (var pool = Executors.newFixedThreadPool(rooms.size())) {
            for (var done : pool.invokeAll(rooms)) done.get();
        }
    }

    private static void takeAndRelease(World world, Random luck, int steps) {
        int capacity = 6;
        String session = world.session("public", capacity);
        Session planned = world.wiring.sessions().find(session).orElseThrow();
        Seats seats = world.wiring.seats();
        Map<String, Agenda> agendas = new HashMap<>();
        for (int i = 0; i < 10; i++) agendas.put("learner-" + i, Agenda.empty("learner-" + i));
        Set<String> seated = new HashSet<>();

        for (int step = 0; step < steps; step++) {
            String learner = "learner-" + luck.nextInt(agendas.size());
            Agenda before = agendas.get(learner);
            List<String> sessions = seated.contains(learner) ? List.of() : List.of(session);
            Agenda after = new Agenda(learner, before.revision() + 1, sessions);
            Candidate candidate = candidate(session, learner);
            Event event = new Event(session, world.now.get(), "step", learner, Optional.of(learner), Map.of());
            if (seated.contains(learner)) {
                assertTrue(seats.release(candidate, after, event));
                seated.remove(learner);
            } else if (seated.size() == capacity) {
                assertEquals(Seats.Taking.FULL, seats.take(planned, List.of(new Seats.Newcomer(candidate, after)), event));
                continue;
            } else {
                assertEquals(Seats.Taking.TAKEN, seats.take(planned, List.of(new Seats.Newcomer(candidate, after)), event));
                seated.add(learner);
            }
            agendas.put(learner, after);
            if (step % 250 == 0) assertCounterIsList(world, session, seated.size());
        }
        assertCounterIsList(world, session, seated.size());
    }

    @Test
    void one_person_on_twenty_devices_has_one_seat() throws Exception {
        String session = world.session("public", 5);
        String learner = world.certifiable("learner-1");
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) all.add(() -> world.book(session, learner));

        List<Answer> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(1, answers.stream().map(Answer::body).distinct().count(), answers.toString());
        assertCounterIsList(session, 1);
    }

    @Test
    void nobody_sits_in_two_places_at_once_even_when_booking_both_at_the_same_moment() throws Exception {
        String learner = world.certifiable("learner-1");
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String session = world.session("public", 5, Duration.ofDays(7).plusMinutes(30L * i));
            all.add(() -> world.book(session, learner));
        }

        List<Answer> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
        assertEquals(4, answers.stream().filter(a -> type(a).equals("already-booked")).count());
        String next = world.session("public", 5, Duration.ofDays(8));
        assertEquals(201, world.book(next, learner).status());
    }

    @Test
    void says_why_a_seat_cannot_be_had() {
        String session = world.session("public", 1);
        world.register("newcomer");

        Answer newcomer = world.book(session, "newcomer");
        assertEquals("not-certifiable", type(newcomer));
        assertEquals(0, newcomer.json().path("missing").path("competencesAtLevel1").asInt());
        assertEquals(5, newcomer.json().path("missing").path("competencesNeeded").asInt());
        assertEquals(404, world.book(world.session("own-students", 5), world.certifiable("a")).status());
        assertEquals(404, world.book("no-such", "a").status());
        world.pass(Duration.ofDays(7));
        assertEquals("session-closed", type(world.book(session, "a")));
    }

    @Test
    void finds_sessions_by_departement_and_day_with_seats_left_page_by_page() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 25; i++) sessions.add(world.session("public", i == 3 ? 1 : 2, Duration.ofDays(1 + i)));
        world.session("own-students", 5, Duration.ofDays(2));
        world.book(sessions.get(3), world.certifiable("learner-1"));

        JsonNode first = find("75", "").json();
        JsonNode second = find("75", first.path("cursor").asText()).json();

        List<String> found = new ArrayList<>();
        first.path("sessions").forEach(s -> found.add(s.path("sessionId").asText()));
        second.path("sessions").forEach(s -> found.add(s.path("sessionId").asText()));
        sessions.remove(3);
        assertEquals(sessions, found);
        assertTrue(first.path("sessions").path(0).path("seatsLeft").asInt() == 2 && !second.has("cursor"));
        assertEquals(0, find("13", "").json().path("sessions").size());
        assertEquals(422, find("75", "nonsense").status());
    }

    @Test
    void cannot_shrink_below_the_seats_taken_and_tells_candidates_of_a_cancellation() {
        String session = world.session("public", 3);
        for (int i = 0; i < 2; i++) world.book(session, world.certifiable("learner-" + i));

        Answer shrunk = world.call("change-session", World.HEAD).path("id", session)
                .body(Json.object().put("capacity", 1)).to(new ChangeSessionHandler(wiring));
        Answer fits = world.call("change-session", World.HEAD).path("id", session)
                .body(Json.object().put("capacity", 2)).to(new ChangeSessionHandler(wiring));
        Answer cancelled = world.call("cancel-session", World.HEAD).path("id", session).to(new CancelSessionHandler(wiring));

        assertEquals("seats-taken", type(shrunk));
        assertEquals(2, fits.json().path("capacity").asInt());
        assertEquals("cancelled", cancelled.json().path("state").asText());
        JsonNode booking = world.call("list-bookings", "learner-1").to(new ListBookingsHandler(wiring)).json().path("bookings").path(0);
        assertEquals("cancelled", booking.path("sessionState").asText());
        assertEquals("Salle inondée", booking.path("cancellationReason").asText());
    }

    @Test
    void a_school_enrols_a_class_all_or_nothing_and_again_without_harm() {
        String session = world.session("own-students", 5);
        for (int i = 0; i < 3; i++) world.student("s" + i, "learner-" + i, "3A");

        Answer refused = enrol(session, Json.object().set("students", Json.array().add("s0").add("ghost")));
        Answer enrolled = enrol(session, Json.object().put("class", "3A").put("extraTimePercent", 33));
        Answer again = enrol(session, Json.object().put("class", "3A").put("extraTimePercent", 33));

        assertEquals("not-enrolled", type(refused));
        assertEquals("unknown-student", refused.json().path("students").path(0).path("reason").asText());
        assertEquals(201, enrolled.status(), enrolled.body());
        assertEquals(enrolled.body(), again.body());
        assertCounterIsList(session, 3);
        assertEquals(33, wiring.candidates().find(session, "learner-1").map(Candidate::extraTimePercent).orElseThrow());
        Answer leaves = world.call("cancel-booking", "learner-1").path("id", session).to(new CancelBookingHandler(wiring));
        assertEquals("enrolled-by-school", type(leaves));
        Answer removed = world.call("remove-candidate", World.HEAD).path("id", session).path("learnerId", "learner-1")
                .to(new RemoveCandidateHandler(wiring));
        assertEquals(204, removed.status());
        assertCounterIsList(session, 2);
    }

    @Test
    void a_class_that_does_not_fit_leaves_nobody_enrolled() {
        String session = world.session("own-students", 2);
        for (int i = 0; i < 3; i++) world.student("s" + i, "learner-" + i, "3A");

        Answer refused = enrol(session, Json.object().put("class", "3A"));

        assertEquals("session-full", type(refused));
        assertEquals(2, refused.json().path("seatsLeft").asInt());
        assertCounterIsList(session, 0);
    }

    @Test
    void an_erased_account_leaves_seats_to_come_and_stays_in_sessions_past() {
        String past = world.session("public", 3, Duration.ofHours(1));
        String enrolled = world.session("own-students", 3, Duration.ofDays(3));
        String booked = world.session("public", 3, Duration.ofDays(7));
        world.student("s0", "zoe", "3A");
        world.book(past, "zoe");
        world.open(past);
        world.sitting(past, "zoe", "laptop-0001");
        enrol(enrolled, Json.object().put("class", "3A"));
        world.book(booked, "zoe");
        var farewell = new GiveSeatsBack(wiring.seats(), wiring.bookSeat());

        farewell.to("zoe");
        farewell.to("zoe");

        assertCounterIsList(past, 1);
        assertCounterIsList(enrolled, 0);
        assertCounterIsList(booked, 0);
    }

    private static Candidate candidate(String session, String learner) {
        return new Candidate(session, learner, 1, Optional.empty(), 0, Instant.EPOCH, Optional.empty(), Optional.empty(),
                Optional.empty(), new Progress(0, false, Optional.empty(), 0, Optional.empty(), Optional.empty()), Optional.empty());
    }

    private Answer enrol(String session, JsonNode body) {
        return world.call("enrol-candidates", World.HEAD).path("id", session).body(body).to(new EnrolCandidatesHandler(wiring));
    }

    private Answer find(String department, String cursor) {
        var call = pix.embedded.Call.of("find-sessions").query("department", department).query("from", "2026-11-23");
        return (cursor.isEmpty() ? call : call.query("cursor", cursor)).to(new FindSessionsHandler(wiring));
    }

    private void assertCounterIsList(String session, int expected) {
        assertCounterIsList(world, session, expected);
    }

    private static void assertCounterIsList(World world, String session, int expected) {
        assertEquals(expected, world.wiring.sessions().find(session).orElseThrow().seatsTaken());
        assertEquals(expected, world.wiring.candidates().all(session).size());
    }

    static String type(Answer answer) {
        return answer.json().path("type").asText();
    }
}
