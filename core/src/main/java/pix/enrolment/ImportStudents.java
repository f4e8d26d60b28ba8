package pix.enrolment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import pix.enrolment.StudentFiles.Reading;
import pix.enrolment.Upload.Tally;
import pix.organisation.Uai;

/**
 * Makes a roster what a file says. The file is read twice: first as a whole, so that one that must be refused changes
 * nothing; then row by row against the roster as it is. A row that says nothing new costs no write. Whatever is
 * interrupted is started again from the beginning and finds what it wrote before; ids of students follow from the rows,
 * and each student remembers the upload that brought or changed them, so that the counts are those of one clean run.
 */
public final class ImportStudents {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final Students students;
    private final Rosters rosters;
    private final Uploads uploads;
    private final StudentFiles files;
    private final RosterKeys keys;
    private final InstantSource clock;

    public ImportStudents(
            Students students, Rosters rosters, Uploads uploads, StudentFiles files, RosterKeys keys, InstantSource clock) {
        this.students = students;
        this.rosters = rosters;
        this.uploads = uploads;
        this.files = files;
        this.keys = keys;
        this.clock = clock;
    }

    /** Where a run leaves what is too long for the upload's own record. */
    public interface Findings {
        void fault(RowFault fault);

        /** An active student whom the file does not name. */
        void missing(String studentId);

        /** Everything has been found; called before the upload is said to be done. */
        void keep();
    }

    public sealed interface Outcome {
        record Over(Upload upload) implements Outcome {}

        /** Another file of the same school is being imported: try again in a moment. */
        record Busy() implements Outcome {}
    }

    /**
     * @param runId names this run: of two runs, even of one upload, one waits for the other
     * @param threads where writes run, some at a time
     */
    public Outcome run(Upload upload, Optional<Uai> school, Path file, String runId, Executor threads, Findings findings) {
        Lease lease = new Lease(rosters, upload.organisationId(), runId, clock);
        if (!upload.preview() && !lease.acquire()) return new Outcome.Busy();
        // Whoever had the roster before may have been a run of this very upload.
        Upload current = uploads.find(upload.organisationId(), upload.uploadId()).orElse(upload);
        if (current.state().over()) {
            if (!upload.preview()) lease.release();
            return new Outcome.Over(current);
        }
        Reading judged = files.read(file, school, new Nothing());
        Upload over = switch (judged) {
            case Reading.Refused refused -> {
                if (!upload.preview()) lease.release();
                yield upload.refused(refused, clock.instant());
            }
            case Reading.Complete complete -> new Run(upload, complete, runId, lease, threads, findings).read(file, school);
        };
        uploads.update(over);
        return new Outcome.Over(over);
    }

    /** The second reading. */
    private final class Run implements StudentFiles.Rows {
        private final Upload upload;
        private final Reading.Complete judged;
        private final String runId;
        private final Lease lease;
        private final RosterIndex index;
        private final Writes writes;
        private final Findings findings;
        private final List<RowFault> faults = new ArrayList<>();
        private final List<Student> newcomers = new ArrayList<>();
        private long lastFaultyLine = -1;
        private long rows;
        private long created;
        private long updated;
        private long unchanged;
        private long refused;
        private long missing;
        private Instant reported;

        Run(Upload upload, Reading.Complete judged, String runId, Lease lease, Executor threads, Findings findings) {
            this.upload = upload;
            this.judged = judged;
            this.runId = runId;
            this.lease = lease;
            this.index = new RosterIndex(keys, upload.organisationId(), upload.uploadId());
            this.writes = new Writes(threads);
            this.findings = findings;
        }

        Upload read(Path file, Optional<Uai> school) {
            hold();
            students.each(upload.organisationId(), index::know);
            report(clock.instant());
            files.read(file, school, this);
            flush();
            writes.finish();
            index.eachMissing(this::missing);
            findings.keep();
            if (!upload.preview()) {
                boolean ours = rosters.imported(upload.organisationId(), runId, upload.uploadId(), index.classes());
                if (!ours) throw Lease.lost();
            }
            return upload.done(judged, tally(), faults, clock.instant());
        }

        private void missing(String studentId) {
            missing++;
            findings.missing(studentId);
        }

        @Override
        public void fault(RowFault fault) {
            if (fault.line() != lastFaultyLine) {
                rows++;
                refused++;
            }
            lastFaultyLine = fault.line();
            if (faults.size() < Upload.FAULTS_KEPT) faults.add(fault);
            findings.fault(fault);
            tick();
        }

        @Override
        public void refused(StudentFiles.Trace trace) {
            index.excuse(trace);
        }

        @Override
        public void student(StudentRow row) {
            RosterIndex.Marks marks = index.marks(row);
            switch (index.match(row, marks)) {
                case RosterIndex.Match.Doubtful(String code) -> refuse(row, code, Optional.empty());
                case RosterIndex.Match.Is(var known) when known.seenOn() > 0 ->
                    refuse(row, "duplicate-student", Optional.of(String.valueOf(known.seenOn())));
                case RosterIndex.Match.Is(var known) -> known(known, row, marks);
                case RosterIndex.Match.New() when row.left() -> unchanged();
                case RosterIndex.Match.New() -> create(row, marks);
            }
            tick();
        }

        private void refuse(StudentRow row, String code, Optional<String> suggestion) {
            fault(new RowFault(row.line(), "", code, Optional.empty(), suggestion));
            refused(new StudentFiles.Trace(row.ine(), row.externalId(), Optional.of(row.familyName()), Optional.of(row.givenNames().getFirst())));
        }

        private void unchanged() {
            rows++;
            unchanged++;
        }

        private void create(StudentRow row, RosterIndex.Marks marks) {
            rows++;
            created++;
            String id = index.born(row, marks);
            if (upload.preview()) return;
            newcomers.add(Student.of(upload.organisationId(), id, row, marks.ineHash(), keys, upload.uploadId()));
            if (newcomers.size() == Students.MOST_AT_ONCE) flush();
        }

        private void known(RosterIndex.Known known, StudentRow row, RosterIndex.Marks marks) {
            rows++;
            index.see(known, row);
            boolean news = index.isNews(known, row, marks);
            if (known.createdHere()) created++;
            else if (news || known.changedHere()) updated++;
            else unchanged++;
            if (!news) return;
            index.learn(known, row, marks);
            if (!upload.preview()) write(() -> change(known.studentId(), row, marks));
        }

        private void change(String studentId, StudentRow row, RosterIndex.Marks marks) {
            Student before = students.get(upload.organisationId(), studentId)
                    .orElseThrow(() -> new IllegalStateException("a student went away during an import"));
            students.update(before.told(row, marks.ineHash(), keys, upload.uploadId()));
        }

        private void flush() {
            if (newcomers.isEmpty()) return;
            List<Student> some = List.copyOf(newcomers);
            newcomers.clear();
            write(() -> students.add(some));
        }

        private void write(Runnable change) {
            writes.submit(() -> {
                hold();
                change.run();
            });
        }

        private void hold() {
            if (!upload.preview()) lease.hold();
        }

        /** At most once a second: says how far it is, and that the roster is still being changed. */
        private void tick() {
            Instant now = clock.instant();
            if (now.isBefore(reported.plus(BETWEEN_REPORTS))) return;
            report(now);
            hold();
        }

        private void report(Instant now) {
            reported = now;
            uploads.update(upload.reading(tally(), judged.rows() == 0 ? 0 : Math.min(1, (double) rows / judged.rows())));
        }

        private Tally tally() {
            return new Tally(rows, created, updated, unchanged, refused, missing);
        }
    }

    /** The first reading, of which only the judgement counts. */
    private static final class Nothing implements StudentFiles.Rows {
        @Override
        public void student(StudentRow row) {
            // Only whether the file can be read matters.
        }

        @Override
        public void fault(RowFault fault) {
            // Comes again in the second reading.
        }

        @Override
        public void refused(StudentFiles.Trace trace) {
            // So does this.
        }
    }
}
