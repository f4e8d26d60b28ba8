package pix.functions.certificates;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import pix.Language;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertificateCode;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.Issue;
import pix.certificate.Issuer;
import pix.certificate.PublishedResult;
import pix.certificate.School;
import pix.certificate.Signer;
import pix.certificate.StatusEntry;
import pix.learner.Situation;

/** Results and certificates with harmless defaults. Each {@code with} gives another. */
record Fixtures(PublishedResult result) {
    static final Instant NOW = Instant.parse("2027-03-20T09:00:00Z");
    static final Authority AUTHORITY = new Authority(
            "Académie de démonstration", "Pix", URI.create("https://pix.example.org"), Optional.empty());
    static final CertifiedLevels LEVELS = levels(5, 4, 3, 6, 5, 4, 2, 7, 3, 4, 0, 5, 6, 4, 3, 5);

    static Fixtures aResult() {
        return new Fixtures(new PublishedResult("session-1", "learner-1",
                new Holder("Martin", "Léa", LocalDate.of(2012, 3, 14), Optional.of("Lyon")), Optional.empty(),
                Optional.of(new School("school-1", Optional.of("0750655E"), Optional.of("3A"))), Situation.TROISIEME,
                Language.FR, LocalDate.of(2027, 3, 12), "Collège Jean Moulin", LEVELS,
                NOW.minusSeconds(3600), NOW.minusSeconds(60)));
    }

    static CertifiedLevels levels(int... levels) {
        return new CertifiedLevels(IntStream.of(levels).boxed().toList(), IntStream.of(levels).map(l -> l * 8).boxed().toList());
    }

    Fixtures of(String learnerId) {
        return changed(result.sessionId(), learnerId, result.holder(), result.sealedStudentId(), result.school(), result.situation(), result.dueAt());
    }

    Fixtures in(String sessionId) {
        return changed(sessionId, result.learnerId(), result.holder(), result.sealedStudentId(), result.school(), result.situation(), result.dueAt());
    }

    Fixtures named(String givenNames, String familyName, String birthPlace) {
        Holder holder = new Holder(familyName, givenNames, result.holder().birthDate(), Optional.of(birthPlace));
        return changed(result.sessionId(), result.learnerId(), holder, result.sealedStudentId(), result.school(), result.situation(), result.dueAt());
    }

    Fixtures at(School school) {
        return changed(result.sessionId(), result.learnerId(), result.holder(), result.sealedStudentId(), Optional.ofNullable(school), result.situation(), result.dueAt());
    }

    Fixtures as(Situation situation) {
        return changed(result.sessionId(), result.learnerId(), result.holder(), result.sealedStudentId(), result.school(), situation, result.dueAt());
    }

    Fixtures sealed(String studentId) {
        return changed(result.sessionId(), result.learnerId(), result.holder(), Optional.of(studentId), result.school(), result.situation(), result.dueAt());
    }

    Fixtures dueAt(Instant dueAt) {
        return changed(result.sessionId(), result.learnerId(), result.holder(), result.sealedStudentId(), result.school(), result.situation(), dueAt);
    }

    private Fixtures changed(String sessionId, String learnerId, Holder holder, Optional<String> studentId,
            Optional<School> school, Situation situation, Instant dueAt) {
        return new Fixtures(new PublishedResult(sessionId, learnerId, holder, studentId, school, situation,
                result.locale(), result.takenOn(), result.centre(), result.levels(), result.publishedAt(), dueAt));
    }

    /** The certificate of the result, made without a store. */
    Certificate certificate(Signer signer) {
        OpenBadge badge = new OpenBadge(AUTHORITY, new SecureRandom());
        Issue issue = new Issue(NOW, Optional.empty(), new StatusEntry(1, 7));
        Issuer issuer = new Issuer(AUTHORITY, badge, signer, InstantSource.fixed(NOW));
        return new Certificate(CertificateCode.draw(new Random(1)), result, issue, issuer.sign(badge.write(result, issue)), true,
                Optional.empty(), Optional.empty());
    }

    static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
