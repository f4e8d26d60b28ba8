package pix.enrolment;

import pix.learner.Farewell;

/** Whoever erases their account is no longer linked to a school; the school keeps its own record of the student. */
public record LeaveSchools(SchoolLinks links) implements Farewell {

    @Override
    public void to(String learnerId) {
        links.of(learnerId).forEach(links::unlink);
    }
}
