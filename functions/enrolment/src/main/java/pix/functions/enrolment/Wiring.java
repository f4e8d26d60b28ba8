package pix.functions.enrolment;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pix.audit.AuditTrail;
import pix.enrolment.DecidePlaceRequest;
import pix.enrolment.ImportStudents;
import pix.enrolment.PlaceRequests;
import pix.enrolment.RosterKeys;
import pix.enrolment.Rosters;
import pix.enrolment.Standings;
import pix.enrolment.Students;
import pix.enrolment.Uploads;
import pix.functions.enrolment.file.SchoolFiles;
import pix.objects.ObjectStore;
import pix.organisation.Organisations;
import pix.platform.Ids;
import pix.platform.Platform;
import pix.store.DynamoAuditTrail;
import pix.store.DynamoCertificates;
import pix.store.DynamoLearners;
import pix.store.DynamoOrganisations;
import pix.store.DynamoPlaceRequests;
import pix.store.DynamoRosters;
import pix.store.DynamoStandings;
import pix.store.DynamoStudents;
import pix.store.DynamoUploads;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers of this module are made of. */
final class Wiring {
    private static final String ORGANISATIONS = "Organisations";

    private final DynamoDbClient dynamo;
    private final UnaryOperator<String> tables;
    private final InstantSource clock;
    private final Supplier<ObjectStore> objects;
    private final Supplier<RosterKeys> keys;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param tables from the name of a table in the design to its name here
     * @param objects and {@code keys}: asked for by the functions that need them
     * @param address where the pages are
     */
    Wiring(
            DynamoDbClient dynamo,
            UnaryOperator<String> tables,
            InstantSource clock,
            Supplier<ObjectStore> objects,
            Supplier<RosterKeys> keys,
            String address) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.clock = clock;
        this.objects = objects;
        this.keys = keys;
        this.address = address;
    }

    static Wiring ofPlatform() {
        Platform platform = Platform.current();
        return new Wiring(platform.dynamo(), platform::table, platform.clock(), platform::objects, platform::rosterKeys,
                platform.setting("PUBLIC_ADDRESS").orElse(""));
    }

    InstantSource clock() {
        return clock;
    }

    String address() {
        return address;
    }

    ObjectStore objects() {
        return objects.get();
    }

    RosterKeys keys() {
        return keys.get();
    }

    Organisations organisations() {
        return new DynamoOrganisations(dynamo, tables.apply(ORGANISATIONS));
    }

    Access access() {
        return new Access(organisations());
    }

    AuditTrail auditTrail() {
        return new DynamoAuditTrail(dynamo, tables.apply(ORGANISATIONS));
    }

    Students students() {
        return new DynamoStudents(dynamo, tables.apply(ORGANISATIONS));
    }

    PlaceRequests placeRequests() {
        return new DynamoPlaceRequests(dynamo, tables.apply("Learners"), tables.apply(ORGANISATIONS), clock);
    }

    DecidePlaceRequest decidePlaceRequest() {
        return new DecidePlaceRequest(
                placeRequests(), students(), new DynamoLearners(dynamo, tables.apply("Learners")), auditTrail(), clock);
    }

    Rosters rosters() {
        return new DynamoRosters(dynamo, tables.apply(ORGANISATIONS));
    }

    Uploads uploads() {
        return new DynamoUploads(dynamo, tables.apply(ORGANISATIONS));
    }

    Standings standings() {
        return new DynamoStandings(dynamo, tables.apply("Learners"), tables.apply("Sessions"),
                new DynamoCertificates(dynamo, tables.apply("Certificates")), clock);
    }

    ImportStudents importStudents() {
        return new ImportStudents(students(), rosters(), uploads(), new SchoolFiles(clock), keys(), clock);
    }

    String drawId() {
        return Ids.draw(random);
    }

    /** Grows with time, so that the newest come first. */
    String drawUploadId() {
        return "%012x-%s".formatted(clock.millis(), drawId());
    }
}
