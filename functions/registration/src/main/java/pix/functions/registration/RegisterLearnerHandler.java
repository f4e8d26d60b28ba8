package pix.functions.registration;

import java.time.InstantSource;
import java.util.Optional;
import pix.Language;
import pix.enrolment.ClaimPlace;
import pix.enrolment.ClaimTries.Claimant;
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
    private final ClaimPlace claimPlace;
    private final InstantSource clock;

    public RegisterLearnerHandler() {
        this(Wiring.registerLearner(), Wiring.claimPlace(), Platform.current().clock());
    }

    RegisterLearnerHandler(RegisterLearner registerLearner, ClaimPlace claimPlace, InstantSource clock) {
        this.registerLearner = registerLearner;
        this.claimPlace = claimPlace;
        this.clock = clock;
    }

    @Override
    protected Reply handle(Request request) {
        Fields body = request.body(
                "username", "password", "givenName", "familyName", "birthDate", "situation", "locale", "claimCode");
        Optional<String> claimCode = body.optionalText("claimCode", 1, 40);
        Command command = command(body);
        return claimCode.isPresent() ? claim(command, claimCode.get(), request.sourceAddress()) : register(command);
    }

    private Reply register(Command command) {
        return switch (registerLearner.register(command)) {
            case Registered(String learnerId) -> registered(learnerId);
            case UsernameTaken() -> Reply.problem(ProblemType.USERNAME_TAKEN);
        };
    }

    private Reply claim(Command command, String claimCode, String address) {
        Claimant claimant = new Claimant(address, command.username());
        return switch (claimPlace.register(registerLearner, command, claimCode, claimant)) {
            case ClaimPlace.Outcome.Claimed(var link, var student) -> registered(link.learnerId());
            case ClaimPlace.Outcome refused -> SchoolReplies.refusal(refused);
        };
    }

    private static Reply registered(String learnerId) {
        return Reply.created(Json.object().put("learnerId", learnerId));
    }

    private Command command(Fields body) {
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
