package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.EmbeddedStore;
import pix.embedded.TokenIssuer;
import pix.enrolment.ClaimPlace;
import pix.enrolment.RosterKeys;
import pix.learner.RegisterLearner;
import pix.signing.SecretRosterKeys;
import pix.store.DynamoClaimTries;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoSchoolLinks;
import pix.store.DynamoStudents;

/** Léa Martin of the events, who has no account yet, and all that opening one takes. */
final class Newcomer implements AutoCloseable {
    static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    final EmbeddedStore store = EmbeddedStore.inMemory();
    final EmbeddedAccounts accounts = new EmbeddedAccounts(store.client(), new TokenIssuer(TokenIssuer.newKey(), NOW), NOW);
    final DynamoLearners learners = new DynamoLearners(store.client(), "Learners");
    final DynamoSchoolLinks links = new DynamoSchoolLinks(store.client(), "Learners", "Organisations");
    private final DynamoStudents students = new DynamoStudents(store.client(), "Organisations");
    final SchoolReplies schools = new SchoolReplies(new DynamoOrganisations(store.client(), "Organisations"), students);
    private final RosterKeys keys = new SecretRosterKeys(new byte[32]);
    final RegisterLearnerHandler register = new RegisterLearnerHandler(new RegisterLearner(accounts, learners, NOW),
            new ClaimPlace(students, links, new DynamoClaimTries(store.client(), "Organisations", keys, NOW), keys, learners, NOW), NOW);
    final SignInHandler signIn = new SignInHandler(accounts);

    /** Returns her id. */
    String registers() {
        Answer answer = Call.of("register-learner").to(register);
        assertEquals(201, answer.status(), answer.body());
        return answer.json().path("learnerId").asText();
    }

    @Override
    public void close() {
        store.close();
    }
}
