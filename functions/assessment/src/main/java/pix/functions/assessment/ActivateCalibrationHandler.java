package pix.functions.assessment;

import pix.assessment.ChooseVersion;
import pix.http.Caller;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code POST /calibrations/{version}/activation}, for the operator. */
public final class ActivateCalibrationHandler extends HttpHandler {
    private static final String NUMBER = "\\d{1,8}";

    private final ChooseVersion chooseVersion;

    public ActivateCalibrationHandler() {
        this(Wiring.chooseVersion());
    }

    ActivateCalibrationHandler(ChooseVersion chooseVersion) {
        this.chooseVersion = chooseVersion;
    }

    @Override
    protected Reply handle(Request request) {
        Caller caller = request.caller();
        if (!caller.isOperator()) return Reply.problem(ProblemType.FORBIDDEN);
        String version = request.path("version");
        boolean known = version.matches(NUMBER) && chooseVersion.activate(Integer.parseInt(version), caller.subject());
        return known ? Reply.ok(ChoiceJson.of(chooseVersion.show())) : Reply.problem(ProblemType.NOT_FOUND);
    }
}
