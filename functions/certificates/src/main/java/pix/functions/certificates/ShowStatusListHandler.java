package pix.functions.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import pix.certificate.StatusList;
import pix.certificate.StatusLists;
import pix.http.HttpHandler;
import pix.http.ProblemType;
import pix.http.Reply;
import pix.http.Request;

/** {@code GET /credentials/status/{list}}: a status list as a signed credential. */
public final class ShowStatusListHandler extends HttpHandler {
    private static final int LONGEST_NUMBER = 6;

    private final StatusLists statusLists;
    private final StatusListCredentials credentials;

    public ShowStatusListHandler() {
        this(Wiring.statusLists(), Wiring.statusListCredentials());
    }

    ShowStatusListHandler(StatusLists statusLists, StatusListCredentials credentials) {
        this.statusLists = statusLists;
        this.credentials = credentials;
    }

    @Override
    protected Reply handle(Request request) {
        Optional<StatusList> list = Optional.of(request.path("list"))
                .filter(n -> n.length() <= LONGEST_NUMBER && n.matches("[1-9][0-9]*"))
                .flatMap(n -> statusLists.find(Integer.parseInt(n)));
        if (list.isEmpty()) return Reply.problem(ProblemType.NOT_FOUND);
        byte[] compact = credentials.of(list.get()).compact().getBytes(StandardCharsets.US_ASCII);
        return new Reply.File("application/vc+jwt", compact, Map.of("cache-control", "public, max-age=60"));
    }
}
