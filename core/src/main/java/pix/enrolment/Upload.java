package pix.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.Language;

/**
 * A file of students that a school sends, and what became of it.
 *
 * @param language of the person who sent it, for the report
 * @param refusal why nothing in it counts
 * @param faults the first {@value #FAULTS_KEPT}
 * @param reported whether there is a report of all faults
 */
public record Upload(
        String organisationId,
        String uploadId,
        String fileName,
        long bytes,
        Mode mode,
        Language language,
        String createdBy,
        Instant createdAt,
        State state,
        Optional<Instant> finishedAt,
        Optional<FileFormat> format,
        Optional<String> encoding,
        Tally tally,
        double progress,
        List<RowFault> faults,
        List<StudentFiles.Warning> warnings,
        Optional<Refusal> refusal,
        boolean reported) {

    public static final int FAULTS_KEPT = 100;

    public enum Mode {
        PREVIEW("preview"),
        IMPORT("import");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Mode> ofCode(String code) {
            return List.of(values()).stream().filter(m -> m.code.equals(code)).findFirst();
        }
    }

    public enum State {
        WAITING("waiting"),
        READING("reading"),
        DONE("done"),
        REFUSED("refused");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean over() {
            return this == DONE || this == REFUSED;
        }

        public static State ofCode(String code) {
            return List.of(values()).stream().filter(s -> s.code.equals(code)).findFirst().orElseThrow();
        }
    }

    /** @param rows read, good or bad @param missing active students the file does not name */
    public record Tally(long rows, long created, long updated, long unchanged, long refused, long missing) {
        public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);
    }

    public record Refusal(String code, Optional<String> detail) {}

    public Upload {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    public static Upload waiting(String organisationId, String uploadId, String fileName, long bytes, Mode mode, Language language,
            String createdBy, Instant createdAt) {
        return new Upload(organisationId, uploadId, fileName, bytes, mode, language, createdBy, createdAt, State.WAITING,
                Optional.empty(), Optional.empty(), Optional.empty(), Tally.NONE, 0, List.of(), List.of(), Optional.empty(), false);
    }

    public Upload reading(Tally so, double far) {
        return new Upload(organisationId, uploadId, fileName, bytes, mode, language, createdBy, createdAt, State.READING, finishedAt,
                format, encoding, so, far, List.of(), List.of(), Optional.empty(), false);
    }

    public Upload refused(StudentFiles.Reading.Refused why, Instant at) {
        return new Upload(organisationId, uploadId, fileName, bytes, mode, language, createdBy, createdAt, State.REFUSED, Optional.of(at),
                Optional.empty(), Optional.empty(), Tally.NONE, 1, List.of(), List.of(), Optional.of(new Refusal(why.code(), why.detail())),
                false);
    }

    public Upload done(StudentFiles.Reading.Complete reading, Tally all, List<RowFault> found, Instant at) {
        List<RowFault> first = new ArrayList<>(found.subList(0, Math.min(FAULTS_KEPT, found.size())));
        return new Upload(organisationId, uploadId, fileName, bytes, mode, language, createdBy, createdAt, State.DONE, Optional.of(at),
                Optional.of(reading.format()), Optional.of(reading.encoding()), all, 1, first, reading.warnings(), Optional.empty(),
                all.refused() > 0);
    }

    public boolean preview() {
        return mode == Mode.PREVIEW;
    }
}
