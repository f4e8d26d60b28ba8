package pix.assessment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The profile as of now: what completed practice says, and what the answers of open practice add to it. */
public final class ShowProfile {

    /** @param open the newest turn of each open practice */
    public record Shown(Profile profile, List<Turn> open) {}

    private final Profiles profiles;
    private final Assessments assessments;
    private final Examiner examiner;
    private final InstantSource clock;

    public ShowProfile(Profiles profiles, Assessments assessments, Examiner examiner, InstantSource clock) {
        this.profiles = profiles;
        this.assessments = assessments;
        this.examiner = examiner;
        this.clock = clock;
    }

    public Shown show(String learnerId) {
        Profile profile = profiles.find(learnerId);
        List<Turn> open = new ArrayList<>();
        for (String assessmentId : profile.open().values()) {
            Optional<Turn> last = assessments.last(assessmentId);
            if (last.isEmpty() || last.get().completed() || !last.get().terms().kind().practice()) continue;
            open.add(last.get());
            profile = with(profile, last.get());
        }
        open.sort(Comparator.comparing(turn -> turn.terms().startedAt()));
        return new Shown(profile, List.copyOf(open));
    }

    private Profile with(Profile profile, Turn last) {
        if (last.sequence() == 0) return profile;
        Turn first = assessments.turn(last.terms().assessmentId(), 0).orElseThrow();
        return profile.learntFrom(first, last, examiner.answersByCompetence(last), clock.instant());
    }
}
