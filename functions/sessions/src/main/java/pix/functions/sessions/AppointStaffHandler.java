package pix.functions.sessions;

import java.time.InstantSource;
import java.util.Optional;
import pix.InvalidInput;
import pix.http.Fields;
import pix.http.HttpHandler;
import pix.http.Reply;
import pix.http.Request;
import pix.learner.Learner;
import pix.learner.Learners;
import pix.organisation.Membership;
import pix.organisation.Organisations;
import pix.organisation.Role;

/**
 * {@code POST /organisations/{id}/staff}: the operator appoints anybody, the head teachers and invigilators. Who did is noted
 * with it, and nothing where a repeat changes nothing.
 */
public final class AppointStaffHandler extends HttpHandler {
    private final Access access;
    private final Organisations organisations;
    private final Learners learners;
    private final InstantSource clock;

    public AppointStaffHandler() {
        this(Wiring.ofPlatform());
    }

    AppointStaffHandler(Wiring wiring) {
        this.access = wiring.access();
        this.organisations = wiring.organisations();
        this.learners = wiring.learners();
        this.clock = wiring.clock();
    }

    @Override
    protected Reply handle(Request request) {
        Access.Member member = access.organisation(request);
        member.onlyIf(member.caller().isOperator() || member.isHead());
        Fields body = request.body("username", "role");
        String username = body.text("username", 1, 64);
        Role role = body.oneOf("role", Role::ofCode);
        body.check();
        String organisationId = member.organisation().organisationId();
        Learner person = learners.findByUsername(username).flatMap(learners::find)
                .orElseThrow(() -> new InvalidInput("/username", "unknown-username"));
        Optional<Role> before = organisations.role(organisationId, person.learnerId());
        boolean aboutHead = role == Role.HEAD || before.equals(Optional.of(Role.HEAD));
        member.onlyIf(member.caller().isOperator() || !aboutHead);
        Membership membership = new Membership(organisationId, person.learnerId(), role);
        if (!before.equals(Optional.of(role))) organisations.appoint(membership, member.who(), clock.instant());
        return Reply.created(OrganisationJson.staff(membership, person));
    }
}
