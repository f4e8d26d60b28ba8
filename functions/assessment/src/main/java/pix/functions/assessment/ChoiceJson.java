package pix.functions.assessment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.assessment.ChooseVersion.Choice;
import pix.assessment.ChooseVersion.Offer;
import pix.assessment.Move;
import pix.calibration.Version;
import pix.http.Json;

/** What the operator sees of the versions of the items' parameters. */
final class ChoiceJson {
    /** Of the items that move, so many are named. */
    private static final int NAMED = 10;

    private ChoiceJson() {}

    static ObjectNode of(Choice choice) {
        ObjectNode json = Json.object().put("active", choice.active());
        choice.countedBefore().ifPresent(at -> json.put("countedBefore", at.toString()));
        ArrayNode calibrations = json.putArray("calibrations");
        choice.offered().forEach(offer -> calibrations.add(of(offer)));
        return json;
    }

    private static ObjectNode of(Offer offer) {
        Version version = offer.version();
        ObjectNode json = Json.object()
                .put("version", version.number())
                .put("madeAt", version.madeAt().toString())
                .put("bankVersion", version.bankVersion())
                .put("countedBefore", version.countedBefore().toString())
                .put("tests", version.tests())
                .put("answers", version.answers())
                .put("items", version.items().size())
                .put("authorsMiss", rounded(version.authorsMiss()))
                .put("miss", rounded(version.miss()))
                .put("moved", offer.moves().size());
        ArrayNode moves = json.putArray("moves");
        offer.moves().stream().limit(NAMED).forEach(move -> moves.add(of(move)));
        return json;
    }

    private static ObjectNode of(Move move) {
        return Json.object()
                .put("item", move.item().name())
                .put("competence", move.item().competence().code())
                .put("level", move.item().level())
                .put("from", rounded(move.from()))
                .put("to", rounded(move.to()))
                .put("answers", move.answers());
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
