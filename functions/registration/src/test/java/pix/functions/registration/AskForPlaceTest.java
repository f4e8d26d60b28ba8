package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pix.functions.registration.Places.BORN;
import static pix.functions.registration.Places.INE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.Flaky;
import pix.enrolment.PlaceRequest;
import pix.enrolment.PlaceRequest.Decision;
import pix.enrolment.TakeRequestsBack;
import pix.http.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AskForPlaceTest {
    private final Places places = new Places();

    @AfterEach
    void close() {
        places.close();
    }

    @Test
    void the_ine_of_a_student_whose_names_fit_links_at_once_and_again() {
        String lea = places.lea();

        Answer first = places.ask(lea, "123 456 789 ab");
        Answer again = places.ask(lea, INE);

        assertEquals(201, first.status(), first.body());
        assertEquals(first.json(), again.json());
        assertEquals("3A", first.json().path("className").asText());
        assertEquals(Optional.of(lea), places.student("lea").learnerId());
        assertFalse((places.store.everything() + first.body() + first.log() + again.log()).contains(INE), "an INE is nowhere to be read");
    }

    @ParameterizedTest
    @CsvSource({"Lea,Martin,987654321AB", "Noé,Abadie,123456789AB", "Léa,Dupont,123456789AB"})
    void an_ine_that_does_not_belong_to_the_names_links_nobody(String givenName, String familyName, String ine) {
        Answer answer = places.ask(places.account("somebody", givenName, familyName), ine);

        assertEquals(202, answer.status());
        assertTrue(places.student("lea").learnerId().isEmpty());
        assertTrue(places.links.of("id-somebody").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Lea,Martin", "LÉA MARIE,martin", "Marie,Marttin", "Léo,Martin"})
    void names_alone_make_a_request_and_link_nobody(String givenName, String familyName) {
        String asking = places.account("lea.martin", givenName, familyName);

        Answer answer = places.ask(asking);

        assertEquals(202, answer.status(), answer.body());
        assertTrue(places.links.of(asking).isEmpty());
        assertEquals(List.of(Optional.of("lea")), places.open().stream().map(r -> r.studentId()).toList());
        assertEquals(answer.json(), places.told(asking).at("/requests/0"));
        assertEquals(places.open().getFirst().reference(), answer.json().path("reference").asText());
    }

    /** What a stranger is told, the calls of the store and the writes are the same whoever is asked for. */
    @Test
    void nobody_learns_whether_somebody_is_at_the_school() {
        places.students.add(List.of(places.student("luc-1", "Petit", "Luc", BORN, Optional.empty()),
                places.student("luc-2", "Petite", "Luc", BORN, Optional.empty()),
                places.student("max", "Roux", "Max", BORN, Optional.empty()).asActive(false)));
        places.links.link(places.student("noe"), places.account("noe.abadie", "Noé", "Abadie"), places.now.get());
        Story known = story(places.lea());
        List<Story> others = List.of(story(places.account("nobody", "Zoé", "Inconnue")), story(places.account("two", "Luc", "Petit")),
                story(places.account("claimed", "Noé", "Abadie")), story(places.account("left", "Max", "Roux")));

        assertEquals(1, known.refused());
        others.forEach(story -> assertEquals(known, new Story(story.statuses(), story.told(), story.calls(), story.written(), 1)));
        others.forEach(story -> assertEquals(0, story.refused()));
    }

    /** All that somebody is told who asks, asks again, is refused where there is something to refuse, asks, and looks. */
    private record Story(List<Integer> statuses, List<String> told, List<String> calls, List<Double> written, int refused) {}

    private Story story(String learnerId) {
        List<Integer> statuses = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        List<PlaceRequest> seen = List.of();
        for (int i = 0; i < 3; i++) {
            if (i == 2) seen = places.open();
            seen.forEach(r -> places.decide(r, Decision.REFUSE));
            for (Optional<String> ine : List.of(Optional.<String>empty(), Optional.of("987654321AB"))) {
                Answer answer = places.ask(learnerId, ine, noting(calls));
                written.add(units(answer, "writeUnits"));
                statuses.add(answer.status());
                told.add(((ObjectNode) answer.json()).without("reference").toString());
            }
        }
        told.add(((ObjectNode) places.told(learnerId).at("/requests/0")).without("reference").toString());
        return new Story(statuses, told, calls, written, seen.size());
    }

    private DynamoDbClient noting(List<String> calls) {
        Class<?>[] client = {DynamoDbClient.class};
        return (DynamoDbClient) Proxy.newProxyInstance(getClass().getClassLoader(), client, (proxy, method, arguments) -> {
            calls.add(method.getName());
            try {
                return method.invoke(places.store.client(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Test
    void asking_again_changes_nothing_until_the_school_brings_the_student() {
        String zoe = places.account("zoe.neuve", "Zoé", "Neuve");
        Answer first = places.ask(zoe);
        int before = places.open().size();
        places.students.add(List.of(places.student("zoe", "Neuve", "Zoé", BORN, Optional.empty())));

        Answer again = places.ask(zoe);

        assertEquals(0, before);
        assertEquals(first.json(), again.json());
        assertEquals(List.of(Optional.of("zoe")), places.open().stream().map(r -> r.studentId()).toList());
    }

    @Test
    void asking_many_times_at_once_is_one_request() throws Exception {
        String lea = places.lea();
        List<Callable<Answer>> all = IntStream.range(0, 8).<Callable<Answer>>mapToObj(i -> () -> places.ask(lea)).toList();

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(all).stream().map(f -> f.resultNow()).toList();
        }

        assertEquals(1, answers.stream().map(Answer::body).distinct().count());
        assertEquals(1, places.open().size());
        assertEquals(1, places.told(lea).path("requests").size());
    }

    @Test
    void ten_requests_lock_the_form_whether_or_not_they_fit_and_not_for_the_class_mate_beside() {
        for (String asking : List.of(places.lea(), places.account("nobody", "Zoé", "Inconnue"))) {
            for (int i = 0; i < 10; i++) assertEquals(202, places.ask(asking).status());

            Answer locked = places.ask(asking, INE);

            assertEquals(429, locked.status());
            assertTrue(locked.headers().path("retry-after").asInt() > 0);
        }
        assertEquals(202, places.ask(places.account("noe.abadie", "Noé", "Abadie")).status());
        assertTrue(places.student("lea").learnerId().isEmpty());
    }

    @Test
    void a_class_and_a_whole_year_may_ask_from_one_address() {
        for (int i = 0; i < 210; i++) {
            assertEquals(202, places.ask(places.account("zoe." + i, "Zoé", "Inconnue")).status());
        }
    }

    @Test
    void what_is_no_uai_or_no_ine_is_a_fault_and_a_school_that_is_not_here_is_unknown() {
        String lea = places.lea();

        Answer faults = places.ask(lea, "12345");
        Answer elsewhere = Call.of("ask-for-place").by(lea, "lea.martin").with("uai", TextNode.valueOf("0750656f"))
                .to(places.handler(places.store.client()));

        assertEquals(422, faults.status());
        assertEquals("not-an-ine", faults.json().at("/errors/0/code").asText());
        assertEquals("unknown-school", elsewhere.json().path("type").asText(), elsewhere.body());
        assertTrue(places.requests.of(lea).isEmpty());
    }

    @Test
    void a_request_is_forgotten_after_thirty_days_and_may_be_made_anew() {
        String lea = places.lea();
        String first = places.ask(lea).json().path("askedAt").asText();
        places.pass(Duration.ofDays(30));

        assertTrue(places.told(lea).path("requests").isEmpty());
        assertTrue(places.open().isEmpty());
        assertFalse(places.ask(lea).json().path("askedAt").asText().equals(first));
        assertEquals(1, places.open().size());
    }

    @Test
    void whoever_erases_the_account_asks_for_nothing_any_more() {
        String lea = places.lea();
        places.ask(lea);

        new TakeRequestsBack(places.requests).to(lea);

        assertTrue(places.open().isEmpty());
        assertFalse(places.store.everything().toString().contains("request#"));
    }

    /** Killed at any call of the store, then sent again: one request, or one link. */
    @Test
    void a_request_cut_off_anywhere_is_made_good_when_it_is_sent_again() {
        for (Optional<String> ine : List.of(Optional.<String>empty(), Optional.of(INE))) {
            for (boolean lastGetsThrough : new boolean[] {true, false}) {
                boolean died = true;
                for (int calls = 0; died; calls++) {
                    try (Places fresh = new Places()) {
                        String lea = fresh.lea();
                        Flaky line = new Flaky(fresh.store.client(), calls, lastGetsThrough);
                        fresh.ask(lea, ine, line);
                        died = line.died();

                        Answer again = fresh.ask(lea, ine, fresh.store.client());

                        assertEquals(ine.isPresent() ? 201 : 202, again.status(), again.body());
                        assertEquals(ine.isPresent() ? 0 : 1, fresh.open().size());
                        assertEquals(ine.map(i -> lea), fresh.student("lea").learnerId());
                        assertEquals(ine.isPresent() ? 1 : 0, fresh.links.of(lea).size());
                    }
                }
            }
        }
    }

    @Test
    void costs_the_same_in_a_school_of_two_and_of_a_thousand() {
        String lea = places.lea();
        Answer small = places.ask(lea);
        places.pass(Duration.ofDays(31));
        for (int i = 0; i < 40; i++) {
            places.students.add(IntStream.range(25 * i, 25 * i + 25).mapToObj(n -> places.student(
                    "student-" + n, "Élève", "Zoé", BORN.plusDays(1 + n % 700), Optional.empty())).toList());
        }
        Answer large = places.ask(lea);

        assertEquals(7.5, units(small, "readUnits"));
        assertEquals(7.5, units(large, "readUnits"));
        assertEquals(5, units(small, "writeUnits"));
        assertEquals(5, units(large, "writeUnits"));
    }

    /** What the handler says in its log line that a call cost. */
    private static double units(Answer answer, String which) {
        try {
            return Json.read(answer.log().getLast()).path(which).asDouble();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
