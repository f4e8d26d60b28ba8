package pix.journeys.trust;

import java.util.function.BiFunction;

/** Everybody who may knock, by the columns of the access matrix, each with the token they show. */
enum Who {
    NOBODY((world, owner) -> ""),
    FORGED((world, owner) -> Minted.forged(owner)),
    EXPIRED((world, owner) -> Minted.expired(owner)),
    AUDIENCE((world, owner) -> Minted.changed(owner, c -> c.claim("client_id", "another-client"))),
    ISSUER((world, owner) -> Minted.changed(owner, c -> c.issuer("https://issuer.example.org"))),
    /** The learner whose thing it is. */
    OWNER((world, owner) -> Minted.person(owner)),
    LEARNER((world, owner) -> Minted.person(Others.LEARNER)),
    TEACHER((world, owner) -> Minted.person(world.school.teacher)),
    INVIGILATOR((world, owner) -> Minted.person(world.school.invigilator)),
    HEAD((world, owner) -> Minted.person(world.school.head)),
    /** Staff of another organisation. */
    OTHER_TEACHER((world, owner) -> Minted.person(world.elsewhere.teacher)),
    OTHER_INVIGILATOR((world, owner) -> Minted.person(world.elsewhere.invigilator)),
    OTHER_HEAD((world, owner) -> Minted.person(world.elsewhere.head)),
    OPERATOR((world, owner) -> Minted.person(world.operator, "operator")),
    /** A machine that was granted some other scope. */
    SYSTEM((world, owner) -> Minted.system("statistics")),
    /** A machine with every scope of the template. */
    SCOPED((world, owner) -> Minted.system(Calls.everyScope()));

    private final BiFunction<World, World.Person, String> token;

    Who(BiFunction<World, World.Person, String> token) {
        this.token = token;
    }

    /** Whether they have nothing to do with the organisation and its people. */
    boolean stranger() {
        return switch (this) {
            case LEARNER, OTHER_TEACHER, OTHER_INVIGILATOR, OTHER_HEAD, SYSTEM, SCOPED -> true;
            case NOBODY, FORGED, EXPIRED, AUDIENCE, ISSUER, OWNER, TEACHER, INVIGILATOR, HEAD, OPERATOR -> false;
        };
    }

    String token(World world, World.Person owner) {
        return token.apply(world, owner);
    }

    private static final class Others {
        private static final World.Person LEARNER = World.certifiable();
    }
}
