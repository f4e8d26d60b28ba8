package pix.functions.sessions;

import java.time.Instant;
import java.util.Optional;
import pix.audit.AuditTrail.View;
import pix.http.Caller;
import pix.http.ProblemType;
import pix.http.Refused;
import pix.http.Request;
import pix.organisation.Organisation;
import pix.organisation.Organisations;
import pix.organisation.Role;
import pix.session.Right;
import pix.session.Session;
import pix.session.Sessions;

/**
 * Lets a caller at a session or an organisation, by a membership looked up now. A stranger is told that there is no such
 * thing, a member that it is not theirs to do.
 */
final class Access {
    private final Organisations organisations;
    private final Sessions sessions;

    Access(Organisations organisations, Sessions sessions) {
        this.organisations = organisations;
        this.sessions = sessions;
    }

    /** @param role what the caller is in the session's organisation */
    record Visit(Session session, Caller caller, Optional<Role> role) {
        String who() {
            return caller.subject();
        }

        boolean may(Right right) {
            return right.of(session, caller.subject(), role, caller.isOperator());
        }

        /** What the audit trail notes: for the session's organisation where the caller is of its staff. */
        View view(Instant at, String what) {
            return new View(at, who(), what, role.map(r -> session.organisationId()));
        }
    }

    /** @param role what the caller is in the organisation */
    record Member(Organisation organisation, Caller caller, Optional<Role> role) {
        String who() {
            return caller.subject();
        }

        Member onlyIf(boolean allowed) {
            if (!allowed) throw new Refused(ProblemType.FORBIDDEN);
            return this;
        }

        boolean isHead() {
            return role.filter(r -> r == Role.HEAD).isPresent();
        }
    }

    /** The session in the path. */
    Visit session(Request request, Right right) {
        Caller caller = request.caller();
        Session session = sessions.find(request.path("id")).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        Optional<Role> role = organisations.role(session.organisationId(), caller.subject());
        if (role.isEmpty() && !caller.isOperator()) throw new Refused(ProblemType.NOT_FOUND);
        Visit visit = new Visit(session, caller, role);
        if (!visit.may(right)) throw new Refused(ProblemType.FORBIDDEN);
        return visit;
    }

    /** The organisation in the path, for its staff and the operator. */
    Member organisation(Request request) {
        Caller caller = request.caller();
        Organisation organisation = organisations.find(request.path("id")).orElseThrow(() -> new Refused(ProblemType.NOT_FOUND));
        Optional<Role> role = organisations.role(organisation.organisationId(), caller.subject());
        if (role.isEmpty() && !caller.isOperator()) throw new Refused(ProblemType.NOT_FOUND);
        return new Member(organisation, caller, role);
    }

    static Caller operator(Request request) {
        Caller caller = request.caller();
        if (!caller.isOperator()) throw new Refused(ProblemType.FORBIDDEN);
        return caller;
    }
}
