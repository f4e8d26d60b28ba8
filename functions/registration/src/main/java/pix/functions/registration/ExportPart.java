package pix.functions.registration;

import com.fasterxml.jackson.databind.JsonNode;

/** Something held about a person, as the export shows it. */
interface ExportPart {
    JsonNode of(String learnerId);
}
