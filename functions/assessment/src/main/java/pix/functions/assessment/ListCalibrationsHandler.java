package pix.functions.assessment;

import pix.assessment.ChooseVersion;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /calibrations}, for the operator. */
public final class ListCalibrationsHandler extends HttpHandler {
    private final ChooseVersion chooseVersion;

    public ListCalibrationsHandler() {
        this(Wiring.chooseVersion());
    }

    ListCalibrationsHandler(ChooseVersion chooseVersion) {
        this.chooseVersion = chooseVersion;
    }

    @Override
    protected Reply handle(Request request) {
        if (!request.caller().isOperator()) return Reply.problem(ProblemType.FORBIDDEN);
        return Reply.ok(ChoiceJson.of(chooseVersion.show()));
    }
}
