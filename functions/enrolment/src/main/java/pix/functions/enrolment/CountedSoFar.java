package pix.functions.enrolment;

import pix.InvalidInput;
import pix.enrolment.RosterKeys;
import pix.enrolment.Tally;

/**
 * How far the overview of a large group has come. Sealed on its way through the browser: it may tell of fewer than ten, and
 * counts made up by somebody would show what the true ones hide.
 *
 * @param lastStudentId the last one counted
 */
record CountedSoFar(Tally tally, String lastStudentId) {
    private static final String SEPARATOR = "\n";

    /** @param group whom it counts; a cursor of one group opens no other */
    String seal(String group, RosterKeys keys) {
        return keys.seal(String.join(SEPARATOR, group, lastStudentId, tally.text()));
    }

    static CountedSoFar open(String cursor, String group, RosterKeys keys) {
        return keys.open(cursor)
                .map(words -> words.split(SEPARATOR))
                .filter(parts -> parts.length == 3 && parts[0].equals(group))
                .flatMap(parts -> Tally.parse(parts[2]).map(tally -> new CountedSoFar(tally, parts[1])))
                .orElseThrow(() -> new InvalidInput("/cursor", "malformed"));
    }
}
