package pix.functions.enrolment;

import pix.enrolment.DecidePlaceRequest;
import pix.enrolment.DecidePlaceRequest.Outcome;
import pix.enrolment.PlaceRequest.Decision;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /organisations/{id}/place-requests/{requestId}/decision}. */
public final class DecidePlaceRequestHandler extends HttpHandler {
    private final Access access;
    private final DecidePlaceRequest decidePlaceRequest;

    public DecidePlaceRequestHandler() {
        this(Wiring.ofPlatform());
    }

    DecidePlaceRequestHandler(Wiring wiring) {
        this.access = wiring.access();
        this.decidePlaceRequest = wiring.decidePlaceRequest();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.toChange(request);
        Fields body = request.body("decision");
        Decision decision = body.oneOf("decision", Decision::ofCode);
        body.check();
        return switch (decidePlaceRequest.decide(member.organisationId(), request.path("requestId"), decision, member.who())) {
            case Outcome.Decided() -> Reply.noContent();
            case Outcome.Unknown() -> Reply.problem(ProblemType.NOT_FOUND);
            case Outcome.Over() -> Reply.problem(ProblemType.REQUEST_OVER);
        };
    }
}
