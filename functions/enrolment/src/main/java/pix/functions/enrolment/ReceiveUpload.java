package pix.functions.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pix.enrolment.ImportStudents;
import pix.enrolment.ImportStudents.Outcome;
import pix.enrolment.Upload;
import pix.enrolment.Uploads;
import pix.objects.ObjectStore;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Uai;
import pix.store.ConsumedUnits;

/** Fetches a file that was put, imports it, and forgets it. What is over already is only forgotten. */
final class ReceiveUpload {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Uploads uploads;
    private final Organisations organisations;
    private final ObjectStore objects;
    private final ImportStudents importStudents;
    private final Supplier<String> runIds;

    ReceiveUpload(Wiring wiring) {
        this.uploads = wiring.uploads();
        this.organisations = wiring.organisations();
        this.objects = wiring.objects();
        this.importStudents = wiring.importStudents();
        this.runIds = wiring::drawId;
    }

    /**
     * @param patience how long it waits for another import of the same school
     * @return what became of it; empty where nobody asked for such an upload
     */
    Optional<Upload> receive(UploadKeys keys, Duration patience) {
        Optional<Upload> asked = uploads.find(keys.organisationId(), keys.uploadId());
        Optional<Upload> over = asked.map(upload -> upload.state().over() ? upload : read(upload, keys, patience));
        objects.delete(keys.file());
        return over;
    }

    private Upload read(Upload upload, UploadKeys keys, Duration patience) {
        Path folder = folder();
        try {
            Path file = folder.resolve("file");
            if (!objects.read(keys.file(), file)) return again(upload);
            return imported(upload, file, folder, patience);
        } finally {
            delete(folder);
        }
    }

    /** The file is gone: another run of the same event has just ended. */
    private Upload again(Upload upload) {
        return uploads.find(upload.organisationId(), upload.uploadId()).filter(u -> u.state().over())
                .orElseThrow(() -> new IllegalStateException("the file of an upload is gone"));
    }

    private Upload imported(Upload upload, Path file, Path folder, Duration patience) {
        Optional<Uai> school = organisations.find(upload.organisationId()).flatMap(Organisation::uai);
        long until = System.nanoTime() + patience.toNanos();
        String runId = runIds.get();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); Findings findings = new Findings(objects, upload, folder)) {
            Executor metered = ConsumedUnits.current().counting(threads);
            while (true) {
                switch (importStudents.run(upload, school, file, runId, metered, findings)) {
                    case Outcome.Over(Upload over) -> {
                        return over;
                    }
                    case Outcome.Busy() -> {
                        if (System.nanoTime() > until) throw new IllegalStateException("another import goes on and on");
                        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                    }
                }
            }
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("pix-upload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
