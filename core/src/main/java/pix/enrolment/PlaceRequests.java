package pix.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asks for a place without a code. The account's side and the school's side change together. */
public interface PlaceRequests {

    /**
     * Keeps a request, with the same work whether or not it fits a student. An account has one request a school: where
     * one waits already it stays, and only gets the student whom it did not fit before.
     *
     * @return the request that is kept
     */
    PlaceRequest ask(PlaceRequest request);

    /** The requests of an account that have not expired, as the account may know them: without student and decision. */
    List<PlaceRequest> of(String learnerId);

    /** Requests that fit a student and wait for the school. */
    List<PlaceRequest> open(String organisationId);

    Optional<PlaceRequest> find(String organisationId, String requestId);

    /**
     * Links the account to the student and ends the request, in one step. False, and nothing written, where the request
     * was decided or taken back, the student is gone, inactive or linked, or the account is another student there.
     */
    boolean accept(PlaceRequest request, Student student, Instant at);

    /** False where the request was accepted, or taken back. The account's side does not change. */
    boolean refuse(PlaceRequest request);

    /** Takes every request of an account back. */
    void forget(String learnerId);
}
