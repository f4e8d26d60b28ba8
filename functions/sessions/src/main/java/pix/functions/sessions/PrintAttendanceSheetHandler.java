package pix.functions.sessions;

import java.util.List;
import java.util.Map;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.session.Candidate;
import pix.session.Right;
import pix.session.ShowBoard;

/** {@code GET /sessions/{id}/attendance-sheet.pdf}. */
public final class PrintAttendanceSheetHandler extends HttpHandler {
    private static final Map<String, String> AS_FILE = Map.of("content-disposition", "inline; filename=\"attendance-sheet.pdf\"");

    private final Access access;
    private final ShowBoard showBoard;

    public PrintAttendanceSheetHandler() {
        this(Wiring.ofPlatform());
    }

    PrintAttendanceSheetHandler(Wiring wiring) {
        this.access = wiring.access();
        this.showBoard = wiring.showBoard();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Visit visit = access.session(request, Right.SUPERVISE);
        ShowBoard.Board board = showBoard.show(visit.session());
        List<Candidate> byName = board.candidates().stream().sorted(ShowBoard.name(board.people())).toList();
        byte[] pdf = new AttendanceSheet(visit.session(), byName, board.people(), request.language()).pdf();
        return new Reply.File("application/pdf", pdf, AS_FILE);
    }
}
