package pix.certificate;

import java.util.Optional;

/**
 * The organisation that enrolled a candidate, which sees the candidate's results.
 *
 * @param uai the school's code, where it has one
 */
public record School(String organisationId, Optional<String> uai, Optional<String> schoolClass) {}
