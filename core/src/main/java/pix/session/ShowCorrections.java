package pix.session;

import java.util.List;
import java.util.Optional;
import pix.assessment.Assessments;
import pix.assessment.Terms;
import pix.assessment.Turn;

/** A person looks at the questions and answers of a test again: of practice at any time, of an exam once it is published. */
public final class ShowCorrections {

    public sealed interface Outcome {
        /** @param turns all of the test, in order */
        record Shown(List<Turn> turns) implements Outcome {}

        record NotPublished() implements Outcome {}

        /** No test of this person. */
        record Unknown() implements Outcome {}
    }

    private final Assessments assessments;
    private final Candidates candidates;

    public ShowCorrections(Assessments assessments, Candidates candidates) {
        this.assessments = assessments;
        this.candidates = candidates;
    }

    public Outcome show(String assessmentId, String learnerId) {
        Optional<Turn> first = assessments.turn(assessmentId, 0).filter(turn -> turn.terms().learnerId().equals(learnerId));
        if (first.isEmpty()) return new Outcome.Unknown();
        return readable(first.get().terms())
                ? new Outcome.Shown(assessments.turns(assessmentId))
                : new Outcome.NotPublished();
    }

    /** Whether the person of a test may know how its answers came out. */
    public boolean readable(Terms terms) {
        return terms.kind().practice()
                || candidates.find(terms.sessionId().orElseThrow(), terms.learnerId())
                        .flatMap(Candidate::result)
                        .flatMap(Result::publication)
                        .isPresent();
    }
}
