package pix.functions.registration;

import java.time.InstantSource;
import java.util.Optional;
import pix.Language;
import pix.bank.Need;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.learner.Situation;
import pix.platform.Platform;

/** {@code PATCH /me}: what is named changes, the rest stays. */
public final class UpdateLearnerHandler extends HttpHandler {
    private final Learners learners;
    private final InstantSource clock;

    public UpdateLearnerHandler() {
        this(Wiring.learners(), Platform.current().clock());
    }

    UpdateLearnerHandler(Learners learners, InstantSource clock) {
        this.learners = learners;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        String learnerId = request.caller().subject();
        Fields body = request.body("givenName", "familyName", "birthDate", "situation", "locale", "needs");
        Optional<Learner> changed = learners.find(learnerId).map(learner -> change(learner, body));
        return changed.filter(learners::update)
                .map(learner -> Reply.ok(Replies.learner(learner)))
                .orElseGet(() -> Reply.problem(ProblemType.NOT_FOUND));
    }

    private Learner change(Learner l, Fields body) {
        PersonFields person = new PersonFields(body, clock);
        Learner changed = new Learner(l.learnerId(), l.username(),
                person.optionalName("givenName").orElse(l.givenName()),
                person.optionalName("familyName").orElse(l.familyName()),
                person.optionalBirthDate().orElse(l.birthDate()),
                body.optionalOneOf("situation", Situation::ofCode).orElse(l.situation()),
                body.optionalOneOf("locale", Language::ofTag).orElse(l.locale()),
                body.optionalSet("needs", Need::ofTag, Need.values().length).orElse(l.needs()),
                l.createdAt());
        body.check();
        return changed;
    }
}
