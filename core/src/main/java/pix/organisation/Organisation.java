package pix.organisation;

import java.time.Instant;
import java.util.Optional;

/**
 * An organisation.
 *
 * @param uai the school's code; every school has one, others may
 * @param department the code of the French département, for example {@code 75}
 */
public record Organisation(
        String organisationId,
        OrganisationType type,
        Optional<Uai> uai,
        String name,
        String city,
        String department,
        Instant createdAt) {

    public Organisation {
        if (type.isSchool() && uai.isEmpty()) throw new IllegalArgumentException("a school has a UAI");
    }
}
