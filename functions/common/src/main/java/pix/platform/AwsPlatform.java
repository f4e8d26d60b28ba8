package pix.platform;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ServiceLoader;
import pix.learner.Accounts;
import pix.store.MeteredDynamo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The platform inside AWS Lambda: addresses and names come from the environment that {@code template.yaml} sets. */
final class AwsPlatform implements Platform {
    private final DynamoDbClient dynamo = new MeteredDynamo(DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build());

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    public String table(String name) {
        String variable = name.toUpperCase(Locale.ROOT) + "_TABLE";
        String table = System.getenv(variable);
        if (table == null) throw new IllegalStateException("the environment variable " + variable + " is not set");
        return table;
    }

    @Override
    public InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public Accounts accounts() {
        return ServiceLoader.load(Accounts.class).findFirst().orElseThrow(() ->
                new IllegalStateException("no identity provider on the class path: nothing provides pix.learner.Accounts"));
    }
}
