package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.bank.Correction;
import pix.http.Json;

/** What there is to learn from a question. */
public final class CorrectionJson {
    private CorrectionJson() {}

    public static ObjectNode of(Correction correction) {
        return Json.object()
                .put("solution", correction.solution())
                .put("explanation", correction.explanation())
                .put("learnMore", correction.learnMore());
    }
}
