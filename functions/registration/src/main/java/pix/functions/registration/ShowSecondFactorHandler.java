package pix.functions.registration;

import java.util.Optional;
import pix.http.Caller;
import pix.http.HttpHandler;
import pix.http.Json;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.SecondFactors;

/** {@code GET /me/second-factor}. */
public final class ShowSecondFactorHandler extends HttpHandler {
    private final Optional<SecondFactors> factors;

    public ShowSecondFactorHandler() {
        this(Wiring.secondFactors());
    }

    ShowSecondFactorHandler(Optional<SecondFactors> factors) {
        this.factors = factors;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        return Reply.ok(Json.object()
                .put("available", factors.isPresent())
                .put("active", factors.filter(f -> f.active(caller.username())).isPresent()));
    }
}
