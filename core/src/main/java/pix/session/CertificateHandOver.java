package pix.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import pix.ability.Ability;
import pix.ability.Levels;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.PublishedResult;
import pix.certificate.PublishedResults;
import pix.certificate.School;
import pix.certificate.WithdrawResult;
import pix.framework.Competence;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Roster;
import pix.organisation.Uai;

/**
 * Hands what a candidate reached over to those who issue certificates: who they are is looked up here, for the last
 * time. Whoever erased their account before gets no certificate: there is no name to put on it.
 */
public final class CertificateHandOver implements HandOver {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PublishedResults results;
    private final WithdrawResult withdraw;
    private final Learners learners;
    private final Organisations organisations;
    private final Roster roster;
    private final Duration delay;

    /** @param delay between publication and the certificate */
    public CertificateHandOver(
            PublishedResults results,
            WithdrawResult withdraw,
            Learners learners,
            Organisations organisations,
            Roster roster,
            Duration delay) {
        this.results = results;
        this.withdraw = withdraw;
        this.learners = learners;
        this.organisations = organisations;
        this.roster = roster;
        this.delay = delay;
    }

    @Override
    public void certified(Session session, Candidate candidate, Result result) {
        learners.find(candidate.learnerId()).ifPresent(learner -> results.publish(result(session, candidate, result, learner)));
    }

    @Override
    public void withdrawn(Session session, Candidate candidate, Result.Publication decision) {
        String reason = decision.reason().orElse("Décision du jury. / Decision of the jury.");
        withdraw.withdraw(session.sessionId(), candidate.learnerId(), reason, decision.by());
    }

    private PublishedResult result(Session session, Candidate candidate, Result result, Learner learner) {
        Holder holder = new Holder(learner.familyName(), learner.givenName(), learner.birthDate(), Optional.empty());
        Instant publishedAt = result.publication().orElseThrow().at();
        return new PublishedResult(session.sessionId(), candidate.learnerId(), holder, sealedStudentId(session, candidate),
                candidate.enrolment().map(how -> school(session, how)), learner.situation(), learner.locale(),
                LocalDate.ofInstant(session.plan().startsAt(), PARIS), session.centre(), levels(result.ability()),
                publishedAt, publishedAt.plus(delay));
    }

    private Optional<String> sealedStudentId(Session session, Candidate candidate) {
        return candidate.enrolment()
                .flatMap(how -> roster.find(session.organisationId(), how.studentId()))
                .flatMap(Roster.Student::sealedStudentId);
    }

    private School school(Session session, Candidate.Enrolment how) {
        Optional<String> uai = organisations.find(session.organisationId()).flatMap(Organisation::uai).map(Uai::code);
        return new School(session.organisationId(), uai, Optional.of(how.className()).filter(c -> !c.isBlank()));
    }

    private static CertifiedLevels levels(Ability ability) {
        return new CertifiedLevels(
                Arrays.stream(Competence.values()).map(c -> Levels.level(ability.mean(c))).toList(),
                Arrays.stream(Competence.values()).map(c -> Levels.pix(ability.mean(c))).toList());
    }
}
