package pix.enrolment;

import pix.assessment.Profile;

/**
 * Where a student with an account is on the way to a certificate.
 *
 * @param booked in a session to come
 * @param certified holds a certificate that was not revoked
 */
public record Standing(Profile profile, boolean booked, boolean certified) {}
