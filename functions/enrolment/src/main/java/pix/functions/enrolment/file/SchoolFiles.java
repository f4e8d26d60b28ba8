package pix.functions.enrolment.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import pix.enrolment.StudentFiles;
import pix.organisation.Uai;

/** Reads every format a school may bring, recognised by its first bytes and then by its columns. */
public final class SchoolFiles implements StudentFiles {
    /** In megabytes. A hundred thousand students in the widest format are 30 MB; the largest school has a tenth of that. */
    static final int LARGEST = 50;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final InstantSource clock;

    /** @param clock says which birth dates are still to come */
    public SchoolFiles(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Reading read(Path file, Optional<Uai> school, Rows rows) {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) throw new RefusedFile(Problem.EMPTY);
            if (bytes > LARGEST * 1_000_000L) throw new RefusedFile(Problem.TOO_LARGE, Integer.toString(LARGEST));
            LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
            if (FileKind.of(() -> Files.newInputStream(file)) == FileKind.ZIP) return archive(file, school, today, rows);
            return plain(() -> Files.newInputStream(file), school, today, rows);
        } catch (RefusedFile refused) {
            return new Reading.Refused(refused.problem().code(), refused.detail());
        } catch (CharacterCodingException damaged) {
            return new Reading.Refused(Problem.UNREADABLE_ENCODING.code(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading archive(Path file, Optional<Uai> school, LocalDate today, Rows rows) throws IOException {
        try (Archive archive = new Archive(file)) {
            if (OneRosterReader.recognises(archive)) return OneRosterReader.read(archive, school, today, rows);
            if (archive.names().size() > 1) throw new RefusedFile(Problem.UNKNOWN_FORMAT);
            return plain(archive.source(archive.names().getFirst()), school, today, rows);
        }
    }

    private static Reading plain(Source source, Optional<Uai> school, LocalDate today, Rows rows) throws IOException {
        return switch (FileKind.of(source)) {
            case XML -> SiecleReader.read(source, school, today, rows);
            case TEXT -> TableReader.read(source, today, rows);
            case ZIP -> throw new RefusedFile(Problem.NESTED_ZIP);
            case SPREADSHEET -> throw new RefusedFile(Problem.SPREADSHEET);
        };
    }
}
