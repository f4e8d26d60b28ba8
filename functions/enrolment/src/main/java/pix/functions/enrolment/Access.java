package pix.functions.enrolment;

import java.util.Optional;
import pix.http.Caller;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Request;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Role;

/**
 * Lets a caller at the roster of the organisation in the path, by a membership looked up now: teachers may look, the head
 * may change. A stranger is told that there is no such thing, a member that it is not theirs to do.
 */
final class Access {
    private final Organisations organisations;

    Access(Organisations organisations) {
        this.organisations = organisations;
    }

    record Member(Organisation organisation, Caller caller) {
        String organisationId() {
            return organisation.organisationId();
        }

        String who() {
            return caller.subject();
        }
    }

    Member toLook(Request request) {
        return member(request, Role.TEACHER);
    }

    Member toChange(Request request) {
        return member(request, Role.HEAD);
    }

    private Member member(Request request, Role needed) {
        Caller caller = request.caller();
        Organisation organisation =
                organisations.find(request.path("id")).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        Optional<Role> role = organisations.role(organisation.organisationId(), caller.subject());
        if (role.isEmpty()) throw new Refused(ProblemType.NOT_FOUND);
        if (!role.get().mayActAs(needed)) throw new Refused(ProblemType.FORBIDDEN);
        return new Member(organisation, caller);
    }
}
