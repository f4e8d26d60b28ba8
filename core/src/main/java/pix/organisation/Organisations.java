package pix.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pix.Page;

/** Where organisations and their staff are kept. */
public interface Organisations {

    sealed interface Added {
        record New() implements Added {}

        /** There is one with this UAI already. */
        record UaiTaken(String organisationId) implements Added {}
    }

    /** Keeps a new organisation, unless its UAI has one already. */
    Added add(Organisation organisation);

    Optional<Organisation> find(String organisationId);

    Optional<Organisation> findByUai(Uai uai);

    /** The organisations of a département, by name. */
    Page<Organisation> inDepartment(String department, Optional<String> cursor);

    /** Makes somebody a member, or gives a member another role, and notes who did so, for the member and for the organisation. */
    void appoint(Membership membership, String by, Instant at);

    /**
     * Ends a membership, and notes who did so.
     *
     * @return false where nothing happened: somebody else ended it, or the role is another by now
     */
    boolean dismiss(Membership membership, String by, Instant at);

    /** What somebody is in an organisation, empty where they are nothing there. */
    Optional<Role> role(String organisationId, String learnerId);

    List<Membership> staff(String organisationId);

    /** Where somebody is a member. */
    List<Membership> membershipsOf(String learnerId);
}
