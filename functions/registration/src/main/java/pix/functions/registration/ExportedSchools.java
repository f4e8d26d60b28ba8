package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import pix.enrolment.SchoolLinks;
import pix.http.Json;

/** The schools a person is linked to, as they are shown to the person. */
record ExportedSchools(SchoolLinks links, SchoolReplies schools) implements ExportPart {

    @Override
    public JsonNode of(String learnerId) {
        return Json.array(links.of(learnerId), schools::link);
    }
}
