package pix.functions.registration;

import java.time.InstantSource;
import pix.Language;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Password;
import pix.learner.RegisterLearner;
import pix.learner.RegisterLearner.Command;
import pix.learner.RegisterLearner.Outcome.Registered;
import pix.learner.RegisterLearner.Outcome.UsernameTaken;
import pix.learner.Situation;
import pix.learner.Username;
import pix.platform.Platform;

/** {@code POST /accounts}. */
public final class RegisterLearnerHandler extends HttpHandler {
    private final RegisterLearner registerLearner;
    private final InstantSource clock;

    public RegisterLearnerHandler() {
        this(Wiring.registerLearner(), Platform.current().clock());
    }

    RegisterLearnerHandler(RegisterLearner registerLearner, InstantSource clock) {
        this.registerLearner = registerLearner;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        return switch (registerLearner.register(command(request))) {
            case Registered(String learnerId) -> Reply.created(Json.object().put("learnerId", learnerId));
            case UsernameTaken() -> Reply.problem(ProblemType.USERNAME_TAKEN);
        };
    }

    private Command command(Request request) {
        Fields body = request.body(
                "username", "password", "givenName", "familyName", "birthDate", "situation", "locale");
        String username = body.text("username", 1, 64);
        if (!username.isEmpty() && !Username.isAllowed(username)) body.fault("username", "not-a-username");
        String password = body.secret("password", Password.LONGEST);
        if (!password.isEmpty()) {
            Password.fault(password, username).ifPresent(code -> body.fault("password", code));
        }
        PersonFields person = new PersonFields(body, clock);
        Command command = new Command(username, password, person.requiredName("givenName"),
                person.requiredName("familyName"), person.requiredBirthDate(),
                body.oneOf("situation", Situation::ofCode), body.oneOf("locale", Language::ofTag));
        body.check();
        return command;
    }
}
