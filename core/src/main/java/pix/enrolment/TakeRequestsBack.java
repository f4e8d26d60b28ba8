package pix.enrolment;

import pix.learner.Farewell;

/**
 * Whoever erases their account asks for nothing any more. Comes before {@link LeaveSchools}: from here on no school can
 * accept.
 */
public record TakeRequestsBack(PlaceRequests requests) implements Farewell {

    @Override
    public void to(String learnerId) {
        requests.forget(learnerId);
    }
}
