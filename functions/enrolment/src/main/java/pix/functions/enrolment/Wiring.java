package pix.functions.enrolment;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import pix.audit.AuditTrail;
import pix.platform.Platform;
import pix.store.DynamoAuditTrail;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers of this module are made of. */
final class Wiring {
    private final DynamoDbClient dynamo;
    private final UnaryOperator<String> tables;
    private final InstantSource clock;

    /** @param tables from the name of a table in the design to its name here */
    Wiring(DynamoDbClient dynamo, UnaryOperator<String> tables, InstantSource clock) {
        this.dynamo = dynamo;
        this.tables = tables;
        this.clock = clock;
    }

    static Wiring ofPlatform() {
        Platform platform = Platform.current();
        return new Wiring(platform.dynamo(), platform::table, platform.clock());
    }

    InstantSource clock() {
        return clock;
    }

    AuditTrail auditTrail() {
        return new DynamoAuditTrail(dynamo, tables.apply("Organisations"));
    }
}
