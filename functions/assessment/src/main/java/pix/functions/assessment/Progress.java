package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.assessment.Examiner;
import pix.assessment.Turn;
import pix.http.Json;

/** How far an assessment has come. */
final class Progress {
    private Progress() {}

    static ObjectNode json(Turn turn, Examiner examiner) {
        return Json.object()
                .put("answered", turn.answers())
                .put("atMost", turn.terms().form().maximum())
                .put("precision", ProfileJson.rounded(examiner.precision(turn), 3));
    }
}
