package pix.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pix.Language;
import pix.ability.Ability;
import pix.ability.ItemParameters;
import pix.ability.Prior;
import pix.assessment.AssessmentKind;
import pix.assessment.Examiner;
import pix.assessment.Profile;
import pix.assessment.SeenItems;
import pix.assessment.Terms;
import pix.assessment.Turn;
import pix.ability.Sites;
import pix.bank.Item;
import pix.bank.PublicId;
import pix.bank.Response;
import pix.bank.pack.PackedBank;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.framework.Competence;
import pix.http.Json;
import pix.http.ResponseJson;
import pix.learner.RegisterLearner;
import pix.learner.Situation;
import pix.store.DynamoAssessments;
import pix.store.DynamoLearners;

/**
 * Looks into the store while the product is down: gives it people who may sit a certification, and reads what was kept.
 */
final class Candidates {
    static final String PASSWORD = "neuf violons bleus";
    private static final Examiner EXAMINER = new Examiner(PackedBank.load());

    private final Path data;

    Candidates(Path data) {
        this.data = data;
    }

    /** People with enough practice behind them, by their user names; returns their ids in that order. */
    List<String> register(String... givenNames) {
        try (EmbeddedStore store = EmbeddedStore.in(data)) {
            InstantSource clock = InstantSource.system();
            var accounts = new EmbeddedAccounts(store.client(), TokenIssuer.withKeyIn(data, clock), clock);
            var register = new RegisterLearner(accounts, new DynamoLearners(store.client(), "Learners"), clock);
            var assessments = new DynamoAssessments(store.client(), "Assessments", "Learners");
            return Arrays.stream(givenNames).map(name -> register(register, assessments, name)).toList();
        }
    }

    private static String register(RegisterLearner register, DynamoAssessments assessments, String givenName) {
        String username = givenName.toLowerCase(java.util.Locale.ROOT) + ".exam";
        var outcome = register.register(new RegisterLearner.Command(username, PASSWORD, givenName, "Lefèvre-" + givenName,
                LocalDate.of(2012, 3, 14), Situation.TROISIEME, Language.FR));
        String learnerId = ((RegisterLearner.Outcome.Registered) outcome).learnerId();
        Ability ability = Ability.of(Prior.standard());
        for (Competence c : Competence.values()) ability = ability.observe(c, new ItemParameters(1.2, 0, 0, 1), 1);
        Instant now = Instant.now();
        Terms terms = new Terms("practice-" + learnerId, learnerId, AssessmentKind.PLACEMENT, Optional.empty(), Optional.empty(),
                Language.FR, Set.of(), 1, "test", now);
        int[] answers = new int[Competence.values().length];
        Arrays.fill(answers, 2);
        assessments.start(
                new Turn(terms, 0, Optional.empty(), Sites.none(), SeenItems.none(), new int[0], new int[0], Optional.empty()),
                new Profile(learnerId, 1, ability.sites(), answers, SeenItems.none(), Map.of(), Optional.of(now)));
        return learnerId;
    }

    /** The last turns of these tests. */
    List<Turn> lastTurns(List<String> assessmentIds) {
        try (EmbeddedStore store = EmbeddedStore.in(data)) {
            var assessments = new DynamoAssessments(store.client(), "Assessments", "Learners");
            return assessmentIds.stream().map(id -> assessments.last(id).orElseThrow()).toList();
        }
    }

    /** Answers whatever is left of a test, all of it right. @param terms says how its questions were shuffled */
    static void answerTheRest(Person person, Terms terms) {
        String path = "/assessments/" + terms.assessmentId();
        JsonNode question = person.get(path + "/question").json();
        while (question.has("itemId")) {
            Item item = EXAMINER.item(PublicId.parse(question.path("itemId").asText()).orElseThrow());
            Response right = item.rightResponse(terms.seed(), terms.locale());
            var body = Json.object()
                    .put("sequence", question.path("sequence").asInt())
                    .put("itemId", question.path("itemId").asText());
            body.set("response", ResponseJson.write(right));
            Person.Reply reply = person.post(path + "/answers", body.toString());
            if (reply.status() != 200) throw new AssertionError(reply.toString());
            question = reply.json().path("question");
        }
    }
}
