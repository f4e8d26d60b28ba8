package pix.organisation;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The operator creates an organisation. The same school sent again is the same organisation. */
public final class CreateOrganisation {

    public record Command(OrganisationType type, Optional<Uai> uai, String name, String city, String department) {}

    public sealed interface Outcome {
        record Created(String organisationId) implements Outcome {}

        /** Another organisation has this UAI. */
        record UaiTaken(String organisationId) implements Outcome {}
    }

    private final Organisations organisations;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public CreateOrganisation(Organisations organisations, InstantSource clock, Supplier<String> ids) {
        this.organisations = organisations;
        this.clock = clock;
        this.ids = ids;
    }

    public Outcome create(Command c) {
        Organisation organisation =
                new Organisation(ids.get(), c.type(), c.uai(), c.name(), c.city(), c.department(), clock.instant());
        return switch (organisations.add(organisation)) {
            case Organisations.Added.New() -> new Outcome.Created(organisation.organisationId());
            case Organisations.Added.UaiTaken(String owner) -> organisations.find(owner)
                    .filter(other -> same(c, other))
                    .<Outcome>map(other -> new Outcome.Created(owner))
                    .orElseGet(() -> new Outcome.UaiTaken(owner));
        };
    }

    private static boolean same(Command c, Organisation other) {
        return c.type() == other.type()
                && c.name().equals(other.name())
                && c.city().equals(other.city())
                && c.department().equals(other.department());
    }
}
