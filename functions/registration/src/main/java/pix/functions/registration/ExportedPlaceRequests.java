package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import pix.enrolment.PlaceRequests;
import pix.http.Json;

/** The schools a person asks for a place, as they are shown to the person. */
record ExportedPlaceRequests(PlaceRequests requests, SchoolReplies schools) implements ExportPart {

    @Override
    public JsonNode of(String learnerId) {
        return Json.array(requests.of(learnerId), schools::request);
    }
}
