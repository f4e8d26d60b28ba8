package pix.enrolment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pix.organisation.Uai;

/** Reads the files schools have, recognised by what is in them. Thread-safe; a file may be read as often as one likes. */
public interface StudentFiles {

    /** Takes what a file holds, in the order of the file. */
    interface Rows {
        void student(StudentRow row);

        /** A row may have several faults, one after the other; a row with a fault is never given as a student too. */
        void fault(RowFault fault);

        /** After the faults of a row: whom it seems to be about. */
        void refused(Trace trace);
    }

    /** What can be read of the student of a row that was refused, right or wrong. */
    record Trace(Optional<Ine> ine, Optional<String> externalId, Optional<String> familyName, Optional<String> givenName) {
        /** A row is personal. */
        @Override
        public String toString() {
            return "Trace";
        }
    }

    sealed interface Reading {

        /**
         * @param encoding a name from the registry of character sets, such as {@code UTF-8}
         * @param rows how many rows there were, good or bad
         * @param warnings what was passed over, such as a column nobody knows
         */
        record Complete(FileFormat format, String encoding, long rows, List<Warning> warnings) implements Reading {}

        /** Nothing in the file counts. What {@code Rows} was given before must be forgotten. */
        record Refused(String code, Optional<String> detail) implements Reading {}
    }

    /** @param subject what it is about, such as the name of a column */
    record Warning(String code, String subject) {}

    /**
     * Reads from start to end in constant memory.
     *
     * @param school the code of the organisation the file is for; a file that names another is refused
     */
    Reading read(Path file, Optional<Uai> school, Rows rows);
}
