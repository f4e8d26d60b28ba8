package pix.functions.enrolment;

import java.util.Map;
import pix.Text;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Reading;
import pix.enrolment.StudentFiles.Warning;
import pix.enrolment.Upload;
import pix.functions.enrolment.file.Problem;

/** What codes of uploads mean, in words: those of the reading, and those of the roster. */
final class Sentences {
    private static final Map<String, Text> OF_THE_ROSTER = Map.of(
            "contradictory-ids", new Text(
                    "L'INE et l'identifiant de cette ligne sont ceux de deux élèves différents.",
                    "The INE and the identifier of this line belong to two different students."),
            "ambiguous-name", new Text(
                    "Plusieurs élèves portent ce nom et sont nés ce jour-là. Ajoutez l'INE ou l'identifiant.",
                    "Several students have this name and this date of birth. Add the INE or the identifier."));

    private Sentences() {}

    static Text of(RowFault fault) {
        Text ours = OF_THE_ROSTER.get(fault.code());
        return ours == null ? Problem.sentence(fault) : ours;
    }

    static Text of(Warning warning) {
        return Problem.sentence(warning);
    }

    static Text of(Upload.Refusal refusal) {
        return Problem.sentence(new Reading.Refused(refusal.code(), refusal.detail()));
    }
}
