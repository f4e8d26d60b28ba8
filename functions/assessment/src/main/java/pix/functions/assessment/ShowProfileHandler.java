package pix.functions.assessment;

import pix.assessment.ShowProfile;
import pix.assessment.ShowProfile.Shown;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /me/profile}. */
public final class ShowProfileHandler extends HttpHandler {
    private final ShowProfile showProfile;

    public ShowProfileHandler() {
        this(Wiring.showProfile());
        prime(null);
    }

    ShowProfileHandler(ShowProfile showProfile) {
        this.showProfile = showProfile;
    }

    @Override
    protected Reply handle(Request request) {
        Shown shown = showProfile.show(request.caller().subject());
        return Reply.ok(ProfileJson.of(shown.profile(), shown.open()));
    }
}
