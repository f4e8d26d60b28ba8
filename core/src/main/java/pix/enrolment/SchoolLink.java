package pix.enrolment;

import java.time.Instant;

/** That an account is a student of a school's roster. */
public record SchoolLink(String learnerId, String organisationId, String studentId, Instant linkedAt) {}
