package pix.organisation;

/** That somebody acts for an organisation. */
public record Membership(String organisationId, String learnerId, Role role) {}
