package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.registration.Places.BORN;
import static pix.functions.registration.Places.SCHOOL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pix.embedded.Flaky;
import pix.enrolment.DecidePlaceRequest.Outcome;
import pix.enrolment.DecidePlaceRequest.Outcome.Decided;
import pix.enrolment.DecidePlaceRequest.Outcome.Over;
import pix.enrolment.DecidePlaceRequest.Outcome.Unknown;
import pix.enrolment.LeaveSchools;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequest.Decision;
import pix.enrolment.TakeRequestsBack;

class DecidePlaceRequestTest {
    private final Places places = new Places();
    private final String lea = places.lea();

    @AfterEach
    void close() {
        places.close();
    }

    @Test
    void an_accepted_request_links_the_account_and_is_noted_and_a_repeat_changes_nothing() {
        PlaceRequest request = asked(lea);

        Outcome first = places.decide(request, Decision.ACCEPT);
        Outcome again = places.decide(request, Decision.ACCEPT);

        assertInstanceOf(Decided.class, first);
        assertInstanceOf(Decided.class, again);
        assertEquals(Optional.of(lea), places.student("lea").learnerId());
        assertEquals(SCHOOL, places.told(lea).at("/schools/0/organisationId").asText());
        assertTrue(places.told(lea).path("requests").isEmpty());
        assertTrue(places.open().isEmpty());
        assertEquals(List.of("place-accept"), noted());
    }

    @Test
    void a_refused_request_is_gone_for_the_school_and_stands_for_who_asked() {
        PlaceRequest request = asked(lea);

        Outcome refused = places.decide(request, Decision.REFUSE);
        places.ask(lea);

        assertInstanceOf(Decided.class, refused);
        assertTrue(places.open().isEmpty());
        assertEquals(1, places.told(lea).path("requests").size());
        assertInstanceOf(Over.class, places.decide(request, Decision.ACCEPT));
        assertInstanceOf(Decided.class, places.decide(request, Decision.REFUSE));
        assertTrue(places.student("lea").learnerId().isEmpty());
        assertEquals(List.of("place-refuse"), noted());
    }

    @Test
    void of_two_accounts_that_ask_for_one_student_one_can_be_accepted() {
        String other = places.account("lea.bis", "Léa", "Martin");
        PlaceRequest mine = asked(lea);
        PlaceRequest theirs = asked(other);

        assertEquals(2, places.open().size());
        assertNotEquals(mine.requestId(), theirs.requestId());
        assertInstanceOf(Decided.class, places.decide(mine, Decision.ACCEPT));
        assertInstanceOf(Over.class, places.decide(theirs, Decision.ACCEPT));
        assertEquals(Optional.of(lea), places.student("lea").learnerId());
        assertEquals(1, places.told(other).path("requests").size());
        assertTrue(places.links.of(other).isEmpty());
    }

    @Test
    void a_student_who_claimed_by_code_meanwhile_or_left_or_was_removed_cannot_be_given_away() {
        PlaceRequest claimed = asked(lea);
        places.links.link(places.student("lea"), places.account("by.code", "Léa", "Martin"), places.now.get());
        PlaceRequest left = asked(places.account("noe.abadie", "Noé", "Abadie"));
        places.students.update(places.student("noe").asActive(false));
        places.students.add(List.of(places.student("zoe", "Neuve", "Zoé", BORN, Optional.empty())));
        PlaceRequest removed = asked(places.account("zoe.neuve", "Zoé", "Neuve"));
        places.students.remove(places.student("zoe"));

        assertInstanceOf(Over.class, places.decide(claimed, Decision.ACCEPT));
        assertInstanceOf(Over.class, places.decide(left, Decision.ACCEPT));
        assertInstanceOf(Over.class, places.decide(removed, Decision.ACCEPT));
        assertTrue(places.links.of(lea).isEmpty());
    }

    @Test
    void who_is_another_student_of_the_school_by_now_or_goes_by_another_name_is_not_accepted() {
        PlaceRequest linked = asked(lea);
        places.links.link(places.student("noe"), lea, places.now.get());
        String other = places.account("lea.bis", "Léa", "Martin");
        PlaceRequest renamed = asked(other);
        places.rename(other, "Dupont");

        assertInstanceOf(Over.class, places.decide(linked, Decision.ACCEPT));
        assertInstanceOf(Over.class, places.decide(renamed, Decision.ACCEPT));
        assertTrue(places.student("lea").learnerId().isEmpty());
    }

    @Test
    void a_request_that_expired_was_taken_back_or_fits_nobody_cannot_be_accepted() {
        PlaceRequest expired = asked(lea);
        places.pass(Duration.ofDays(30));
        String gone = places.account("lea.bis", "Léa", "Martin");
        PlaceRequest takenBack = asked(gone);
        new TakeRequestsBack(places.requests).to(gone);
        String stranger = places.account("nobody", "Zoé", "Inconnue");
        places.ask(stranger);
        PlaceRequest fitsNobody = places.requests.of(stranger).getFirst();

        assertInstanceOf(Over.class, places.decide(expired, Decision.ACCEPT));
        assertInstanceOf(Unknown.class, places.decide(takenBack, Decision.ACCEPT));
        assertInstanceOf(Unknown.class, places.decide(fitsNobody, Decision.ACCEPT));
    }

    @Test
    void no_school_accepts_whoever_has_erased_the_account() {
        PlaceRequest request = asked(lea);
        places.learners.erase(places.learners.find(lea).orElseThrow());

        assertInstanceOf(Over.class, places.decide(request, Decision.ACCEPT));
        assertEquals(false, places.requests.accept(request, places.student("lea"), places.now.get()));
        assertTrue(places.student("lea").learnerId().isEmpty());
    }

    @Test
    void accepted_just_before_the_account_is_erased_the_place_is_given_back() {
        places.decide(asked(lea), Decision.ACCEPT);

        for (var farewell : List.of(new TakeRequestsBack(places.requests), new LeaveSchools(places.links))) farewell.to(lea);

        assertTrue(places.student("lea").learnerId().isEmpty());
        assertTrue(places.links.of(lea).isEmpty());
    }

    /** Two requests for one student, accepted and refused by many at once: at most one link, on both sides, as decided. */
    @Test
    void many_who_decide_at_once_leave_one_decision() throws Exception {
        for (int round = 0; round < 5; round++) {
            try (Places fresh = new Places()) {
                String one = fresh.lea();
                String other = fresh.account("lea.bis", "Léa", "Martin");
                List.of(one, other).forEach(fresh::ask);
                List<PlaceRequest> open = fresh.open();
                List<Callable<Outcome>> all = IntStream.range(0, 12).<Callable<Outcome>>mapToObj(i -> () ->
                        fresh.decide(open.get(i % 2), i % 3 == 0 ? Decision.REFUSE : Decision.ACCEPT)).toList();

                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    threads.invokeAll(all).forEach(f -> f.resultNow());
                }

                long accepted = open.stream().filter(r -> decision(fresh, r).equals(Optional.of(Decision.ACCEPT))).count();
                long linked = List.of(one, other).stream().filter(id -> !fresh.links.of(id).isEmpty()).count();
                assertEquals(accepted, linked);
                assertTrue(linked <= 1);
                assertEquals(linked, fresh.student("lea").learnerId().stream().count());
            }
        }
    }

    @Test
    void a_decision_cut_off_anywhere_is_made_good_when_it_is_sent_again() {
        for (Decision decision : Decision.values()) {
            for (boolean lastGetsThrough : new boolean[] {true, false}) {
                boolean died = true;
                for (int calls = 0; died; calls++) {
                    try (Places fresh = new Places()) {
                        String asking = fresh.lea();
                        fresh.ask(asking);
                        PlaceRequest request = fresh.open().getFirst();
                        Flaky line = new Flaky(fresh.store.client(), calls, lastGetsThrough);
                        died = fails(() -> fresh.decide(request, decision, line));

                        Outcome again = fresh.decide(request, decision);

                        assertInstanceOf(Decided.class, again);
                        assertEquals(Optional.of(decision), decision(fresh, request));
                        assertEquals(decision == Decision.ACCEPT ? 1 : 0, fresh.links.of(asking).size());
                        assertEquals(decision == Decision.ACCEPT ? 0 : 1, fresh.told(asking).path("requests").size());
                    }
                }
            }
        }
    }

    private static boolean fails(Runnable run) {
        try {
            run.run();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static Optional<Decision> decision(Places places, PlaceRequest request) {
        return places.requests.find(SCHOOL, request.requestId()).flatMap(PlaceRequest::decision);
    }

    /** The request of an account, as the school sees it. */
    private PlaceRequest asked(String learnerId) {
        places.ask(learnerId);
        return places.open().stream().filter(r -> r.learnerId().equals(learnerId)).findFirst().orElseThrow();
    }

    private List<String> noted() {
        return places.auditTrail.of(lea, Optional.empty()).entries().stream().map(e -> e.view().what()).toList();
    }
}
