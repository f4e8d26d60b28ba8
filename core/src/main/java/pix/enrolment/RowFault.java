package pix.enrolment;

import java.util.Optional;

/**
 * One thing to mend in a row.
 *
 * @param line where the row starts in the file, from 1
 * @param column the name of the column as the file has it
 * @param code what is wrong: lower-case words joined by hyphens, stable; the edge turns it into a sentence
 * @param value what stands there; empty where it is missing or must not be shown (a national student id)
 * @param suggestion what may have been meant; of a duplicate, the line it repeats
 */
public record RowFault(long line, String column, String code, Optional<String> value, Optional<String> suggestion) {}
