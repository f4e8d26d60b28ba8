package pix.journeys.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import pix.certificate.Signer;
import pix.embedded.EmbeddedAccounts;
import pix.embedded.FolderObjects;
import pix.enrolment.RosterKeys;
import pix.http.Tokens;
import pix.learner.SecondFactors;
import pix.local.LocalPlatform;
import pix.platform.Platform;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The laptop's platform in the process of the tests, in a folder of its own, with a store that can be made to fail. */
public final class HerePlatform implements Platform {
    private final Path data = folder();
    private final LocalPlatform laptop = laptop(data);
    private final FaultyDynamo dynamo = new FaultyDynamo(laptop.dynamo());

    LocalPlatform laptop() {
        return laptop;
    }

    Path data() {
        return data;
    }

    /** Everything that was logged until now. */
    String log() {
        try {
            return Files.readString(data.resolve("pix.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store behind the handlers. */
    FaultyDynamo faults() {
        return dynamo;
    }

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    public String table(String name) {
        return laptop.table(name);
    }

    @Override
    public InstantSource clock() {
        return laptop.clock();
    }

    @Override
    public EmbeddedAccounts accounts() {
        return laptop.accounts();
    }

    @Override
    public Optional<SecondFactors> secondFactors() {
        return laptop.secondFactors();
    }

    @Override
    public Tokens tokens() {
        return laptop.tokens();
    }

    @Override
    public Signer signer() {
        return laptop.signer();
    }

    @Override
    public RosterKeys rosterKeys() {
        return laptop.rosterKeys();
    }

    @Override
    public FolderObjects objects() {
        return laptop.objects();
    }

    @Override
    public Optional<String> setting(String name) {
        return laptop.setting(name);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(), "trust");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalPlatform laptop(Path data) {
        System.setProperty("pix.data", data.toString());
        System.setProperty("pix.port", "0");
        // Slow clients are told after 30 seconds and cut off after 40: a test will not wait for that.
        System.setProperty("sun.net.httpserver.maxReqTime", "4");
        return new LocalPlatform();
    }
}
