package pix.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pix.organisation.Roster;

/** A school enrols its own students, all or nothing. Those who are enrolled already stay as they are. */
public final class EnrolCandidates {

    public sealed interface Outcome {
        record Enrolled(List<Roster.Student> students, Session session) implements Outcome {}

        /** Nobody is enrolled, for these reasons. */
        record NotEnrolled(List<Refusal> refusals) implements Outcome {}

        record Full(int seatsLeft) implements Outcome {}

        record Closed() implements Outcome {}
    }

    public enum Reason {
        UNKNOWN_STUDENT("unknown-student"),
        /** Nobody to sit: the student has not opened an account yet. */
        NO_ACCOUNT("no-account"),
        /** In another session at that time. */
        ALREADY_BOOKED("already-booked");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public record Refusal(String studentId, Reason reason) {}

    private static final int TRIES = 10;

    private final Sessions sessions;
    private final Seats seats;
    private final Candidates candidates;
    private final Roster roster;
    private final InstantSource clock;

    public EnrolCandidates(Sessions sessions, Seats seats, Candidates candidates, Roster roster, InstantSource clock) {
        this.sessions = sessions;
        this.seats = seats;
        this.candidates = candidates;
        this.roster = roster;
        this.clock = clock;
    }

    /** The students of a class. */
    public List<String> ofClass(Session session, String className) {
        return roster.ofClass(session.organisationId(), className).stream().map(Roster.Student::studentId).toList();
    }

    public Outcome enrol(Session session, List<String> studentIds, int extraTimePercent, String by) {
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            Session current = sessions.find(session.sessionId()).orElseThrow();
            List<Refusal> refusals = new ArrayList<>();
            List<Roster.Student> students = new ArrayList<>();
            List<Seats.Newcomer> newcomers = new ArrayList<>();
            for (String studentId : studentIds) {
                Optional<Roster.Student> student = roster.find(current.organisationId(), studentId);
                Optional<Reason> reason = student.isEmpty()
                        ? Optional.of(Reason.UNKNOWN_STUDENT)
                        : seat(current, student.get(), extraTimePercent, now, newcomers);
                reason.ifPresentOrElse(r -> refusals.add(new Refusal(studentId, r)), () -> students.add(student.get()));
            }
            if (!refusals.isEmpty()) return new Outcome.NotEnrolled(refusals);
            if (newcomers.isEmpty()) return new Outcome.Enrolled(students, current);
            if (!current.state().alive()) return new Outcome.Closed();
            if (current.seatsLeft() < newcomers.size()) return new Outcome.Full(current.seatsLeft());
            Event event = Event.of("enrolled", current.sessionId(), now, by)
                    .with("candidates", String.join(" ", newcomers.stream().map(n -> n.candidate().learnerId()).toList()));
            switch (seats.take(current, newcomers, event)) {
                case TAKEN -> {
                    return new Outcome.Enrolled(students, sessions.find(current.sessionId()).orElseThrow());
                }
                case CLOSED -> {
                    return new Outcome.Closed();
                }
                case FULL, CHANGED -> {
                    // Somebody took a seat meanwhile: count again.
                }
            }
        }
        throw new IllegalStateException("a session kept changing");
    }

    private Optional<Reason> seat(
            Session session, Roster.Student student, int extraTimePercent, Instant now, List<Seats.Newcomer> newcomers) {
        if (student.learnerId().isEmpty()) return Optional.of(Reason.NO_ACCOUNT);
        String learnerId = student.learnerId().get();
        boolean twice = newcomers.stream().anyMatch(n -> n.candidate().learnerId().equals(learnerId));
        if (twice || candidates.find(session.sessionId(), learnerId).isPresent()) return Optional.empty();
        Agenda agenda = seats.agenda(learnerId);
        if (BookSeat.clash(sessions, agenda, session).isPresent()) return Optional.of(Reason.ALREADY_BOOKED);
        Candidate.Enrolment how = new Candidate.Enrolment(student.studentId(), student.className());
        Candidate candidate = Candidate.enrolled(session.sessionId(), learnerId, how, extraTimePercent, now);
        newcomers.add(new Seats.Newcomer(candidate, agenda.with(session.sessionId())));
        return Optional.empty();
    }
}
