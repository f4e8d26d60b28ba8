package pix.journeys.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pix.http.Json;
import pix.journeys.Product;

/**
 * The started product, killed again and again while people use it. {@code -Pcampaign} kills it 50 times,
 * {@code -Dpix.kill.seed} does the same again.
 */
class KillIT {
    private static final long SEED = Long.getLong("pix.kill.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("pix.kills", 2);
    private static final int THREADS = 3;
    private static final int LONGEST_LIFE_MILLIS = 2500;

    @Test
    void a_killed_service_keeps_everything_it_acknowledged(@TempDir Path data) {
        System.out.println("kills: " + KILLS + ", seed " + SEED + " (-Dpix.kill.seed)");
        Random random = new Random(SEED);
        try (Product product = Product.start(data)) {
            Http http = new Http(product.address());
            String head = signedIn(http, "cleo.demo");
            Campaign campaign = new Campaign(http, SEED, organisation(http, head), head);
            String schoolHead = signedIn(http, "hugo.demo");
            Enroller enroller = new Enroller(http, organisation(http, schoolHead), schoolHead);
            JsonNode certificates = certificates(http);

            // On a thread of its own: what waits for a killed process to end needs the common ones.
            CompletableFuture<Void> lives = CompletableFuture.runAsync(() -> campaign.run(THREADS, Math.max(1, KILLS / 5)),
                    task -> Thread.ofPlatform().start(task));
            CompletableFuture<Void> enrolments = CompletableFuture.runAsync(() -> enroller.live(3 * Math.max(1, KILLS / 5)),
                    task -> Thread.ofPlatform().start(task));
            for (int i = 0; i < KILLS; i++) {
                await(random.nextInt(LONGEST_LIFE_MILLIS));
                product.kill();
                product.start();
            }
            lives.join();
            enrolments.join();

            System.out.println("kills: " + campaign.check());
            System.out.println("kills: " + enroller.check());
            assertEquals(1, certificates(http).size());
            assertEquals(certificates, certificates(http));
        }
    }

    private static void await(int millis) {
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
    }

    private static JsonNode certificates(Http http) {
        World.expect(200, http.send("POST", "/local/schedules/IssueCertificates", "", "", Map.of()));
        return World.expect(200, http.send("GET", "/me/certificates", signedIn(http, "karim.demo"), "", Map.of())).path("certificates");
    }

    private static String organisation(Http http, String token) {
        return World.expect(200, http.send("GET", "/me/memberships", token, "", Map.of())).findValue("organisationId").asText();
    }

    private static String signedIn(Http http, String username) {
        String body = Json.write(Json.object().put("username", username).put("password", Product.DEMONSTRATION_PASSWORD));
        return World.expect(200, http.send("POST", "/tokens", "", body, Map.of())).path("accessToken").asText();
    }
}
