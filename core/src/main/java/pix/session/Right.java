package pix.session;

import java.util.Optional;
import pix.organisation.Role;

/** What somebody may do with a session. Whoever may do none of it does not learn that it exists. */
public enum Right {
    /** Read its plan. */
    SEE,
    /** Change and cancel it, enrol and remove candidates. */
    MANAGE,
    /** Be in charge of the exam room. */
    SUPERVISE,
    /** Read its log. */
    READ_LOG,
    /** Review and publish results. */
    JUDGE;

    /**
     * @param role what the person is in the session's organisation, empty where nothing
     * @param operator whether the person runs the platform
     */
    public boolean of(Session session, String learnerId, Optional<Role> role, boolean operator) {
        return switch (this) {
            case SEE -> operator || role.isPresent();
            case MANAGE -> role.filter(r -> r == Role.HEAD).isPresent();
            case SUPERVISE -> role.filter(r -> supervises(session, learnerId, r)).isPresent();
            case READ_LOG -> operator || role.filter(r -> r == Role.HEAD).isPresent();
            case JUDGE -> operator;
        };
    }

    private static boolean supervises(Session session, String learnerId, Role role) {
        boolean named = session.plan().invigilators().contains(learnerId);
        boolean nobodyNamed = session.plan().invigilators().isEmpty();
        return role == Role.HEAD || named || nobodyNamed && role == Role.INVIGILATOR;
    }
}
