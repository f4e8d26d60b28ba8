package pix.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pix.Language;
import pix.learner.Situation;

/**
 * What a candidate reached in a session, as published: nothing of it changes any more.
 *
 * @param sealedStudentId the national student id, encrypted by whoever holds the key; never in clear here
 * @param school the organisation that enrolled the candidate; empty for those who came by themselves
 * @param takenOn the day of the session
 * @param dueAt when the certificate may be issued
 */
public record PublishedResult(
        String sessionId,
        String learnerId,
        Holder holder,
        Optional<String> sealedStudentId,
        Optional<School> school,
        Situation situation,
        Language locale,
        LocalDate takenOn,
        String centre,
        CertifiedLevels levels,
        Instant publishedAt,
        Instant dueAt) {

    PublishedResult about(Holder other) {
        return new PublishedResult(sessionId, learnerId, other, sealedStudentId, school, situation, locale, takenOn,
                centre, levels, publishedAt, dueAt);
    }
}
