package pix.bench.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import pix.Language;
import pix.http.Json;
import pix.learner.Learner;
import pix.learner.Situation;
import pix.store.DynamoLearners;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How long functions take to start and to answer, beside the least a Java function can be. Every round starts one new process
 * of each, in turn, so that what else the machine does meets all alike; medians are printed.
 */
public final class LambdaBench {
    /** As the managed runtime starts Java 25 where there is no snapshot. */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1500m", "-Xshare:auto");
    /** More of them, separated by blanks: a recording, a log of the classes loaded. */
    private static final String MORE_FLAGS = System.getProperty("bench.flags", "");
    private static final String HELLO = "hello world";
    private static final String PRIMED = " before and after a snapshot";
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM = 200;
    /** Names of functions, joined by commas; empty for all. The first is always run: others are compared with it. */
    private static final String ONLY = System.getProperty("bench.only", "");
    /** Where to draw what the first function of those asked for does when it starts, instead of measuring; empty for nothing. */
    private static final String FLAME = System.getProperty("bench.flame", "");
    private static final Path ROOT = Path.of(System.getProperty("bench.root", "."));

    private record Subject(String name, Path home, String handler, String event, Map<String, String> environment) {
        /** The same, told that a snapshot is taken of it when it is made. No snapshot is: it goes on. */
        Subject primed() {
            Map<String, String> more = new HashMap<>(environment);
            more.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            return new Subject(name + PRIMED, home, handler, event, more);
        }
    }

    /** Milliseconds, and of processor where it says work; {@code inStore} is what of a warm call the store's stub takes. */
    private record Run(double init, double first, double initWork, double work, double warm, double inStore, int megabytes) {
        double cold() {
            return init + first;
        }
    }

    private LambdaBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("pix-lambda-bench");
        try (WireStore store = new WireStore()) {
            Map<String, String> environment = environment(store);
            addLearner(store);
            List<Subject> subjects = subjects(work, environment).stream()
                    .filter(s -> ONLY.isBlank() || s.name().equals(HELLO)
                            || List.of(ONLY.split(",")).contains(s.name().replace(PRIMED, "")))
                    .toList();
            store.freeze();
            if (!FLAME.isBlank()) {
                draw(subjects.get(1), work);
                System.exit(0);
            }
            Map<Subject, List<Run>> runs = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Subject subject : subjects) {
                    runs.computeIfAbsent(subject, s -> new ArrayList<>()).add(run(subject, store, work.resolve("log.txt")));
                }
            }
            print(runs);
        }
        System.exit(0);
    }

    private static List<Subject> subjects(Path work, Map<String, String> environment) throws IOException, InterruptedException {
        Path hello = work.resolve("hello");
        Path file = hello.resolve("pix/bench/lambda/Hello.class");
        Files.createDirectories(file.getParent());
        try (InputStream in = Hello.class.getResourceAsStream("Hello.class")) {
            Files.copy(in, file);
        }
        Path assessment = unpacked(work, "assessment");
        Path registration = unpacked(work, "registration");
        Path sessions = unpacked(work, "sessions");
        Path certificates = unpacked(work, "certificates");
        Subject start = new Subject(
                "start-assessment", assessment, "pix.functions.assessment.StartAssessmentHandler", event("start-assessment"), environment);
        JsonNode started = started(start, work.resolve("log.txt"));
        Subject submit = new Subject(
                "submit-answer", assessment, "pix.functions.assessment.SubmitAnswerHandler", answer(started), environment);
        Subject next = new Subject("next-question", assessment, "pix.functions.assessment.NextQuestionHandler",
                about(event("next-question"), started), environment);
        return List.of(
                new Subject(HELLO, hello, "pix.bench.lambda.Hello", event("show-framework"), environment),
                new Subject("show-framework", registration, "pix.functions.registration.ShowFrameworkHandler", event("show-framework"), environment),
                new Subject("show-learner", registration, "pix.functions.registration.ShowLearnerHandler", event("show-learner"), environment),
                next, next.primed(), submit, submit.primed(), start,
                new Subject("find-sessions", sessions, "pix.functions.sessions.FindSessionsHandler", event("find-sessions"), environment),
                new Subject("verify-certificate", certificates, "pix.functions.certificates.VerifyCertificateHandler",
                        event("verify-certificate"), environment));
    }

    private static JsonNode started(Subject start, Path log) throws IOException, InterruptedException {
        try (FunctionProcess function = new FunctionProcess(start.home(), start.handler(), FLAGS, start.environment(), log)) {
            function.awaitReady();
            String answer = function.invoke(start.event());
            JsonNode body = Json.read(Json.read(answer).path("body").asText());
            if (!body.has("question")) throw new IllegalStateException("no assessment was started: " + answer + "\n" + Files.readString(log));
            return body;
        }
    }

    private static String about(String event, JsonNode started) throws IOException {
        ObjectNode changed = (ObjectNode) Json.read(event);
        changed.putObject("pathParameters").put("id", started.path("assessmentId").asText());
        return Json.write(changed);
    }

    private static String answer(JsonNode started) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(about(event("submit-answer"), started));
        ObjectNode body = Json.object().put("sequence", started.path("question").path("sequence").asInt(1))
                .put("itemId", started.path("question").path("itemId").asText());
        body.putObject("response").put("skip", true);
        return Json.write(event.put("body", Json.write(body)));
    }

    private static Run run(Subject subject, WireStore store, Path log) throws IOException, InterruptedException {
        try (FunctionProcess function = new FunctionProcess(subject.home(), subject.handler(), flags(), subject.environment(), log)) {
            double init = function.awaitReady();
            double initWork = function.processorMillis();
            double first = timed(function, subject);
            double work = function.processorMillis();
            double[] warm = new double[WARM];
            double inStore = 0;
            for (int i = 0; i < WARM; i++) {
                if (i == WARM / 2) inStore = store.millis();
                warm[i] = timed(function, subject);
            }
            return new Run(init, first, initWork, work, median(Arrays.copyOfRange(warm, WARM / 2, WARM)),
                    (store.millis() - inStore) / (WARM - WARM / 2), function.residentMegabytes());
        }
    }

    private static void draw(Subject subject, Path work) throws IOException, InterruptedException {
        StartProfile profile = new StartProfile();
        for (int round = 0; round < ROUNDS; round++) {
            Path recording = work.resolve("start.jfr");
            List<String> flags = Stream.concat(FLAGS.stream(), StartProfile.flags(recording).stream()).toList();
            try (FunctionProcess function =
                    new FunctionProcess(subject.home(), subject.handler(), flags, subject.environment(), work.resolve("log.txt"))) {
                function.awaitReady();
                timed(function, subject);
                function.end();
            }
            profile.add(recording);
        }
        Files.writeString(ROOT.resolve(FLAME), FlameGraph.of(profile,
                subject.name() + " until its first answer: processor of the main thread, " + ROUNDS + " starts"));
    }

    private static double timed(FunctionProcess function, Subject subject) throws InterruptedException {
        long before = System.nanoTime();
        String answer = function.invoke(subject.event());
        double millis = (System.nanoTime() - before) / 1e6;
        if (answer.startsWith("error") || answer.contains("\"statusCode\":5")) throw new IllegalStateException(subject.name() + ": " + answer);
        return millis;
    }

    private static void print(Map<Subject, List<Run>> runs) {
        System.out.println("""
                | function | init | first | cold = init + first | × hello | processor: init | until first answer | × hello | warm | of it the store | MB |
                |---|---|---|---|---|---|---|---|---|---|---|""");
        List<Run> hello = runs.values().iterator().next();
        runs.forEach((subject, all) -> System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %.1f | %.0f | %.0f | %.1f | %.2f | %.2f | %.0f |%n",
                subject.name(), median(all, Run::init), median(all, Run::first),
                median(all, Run::cold), median(all, Run::cold) / median(hello, Run::cold),
                median(all, Run::initWork), median(all, Run::work), median(all, Run::work) / median(hello, Run::work),
                median(all, Run::warm), median(all, Run::inStore), median(all, Run::megabytes)));
    }

    private static List<String> flags() {
        return Stream.concat(FLAGS.stream(), Stream.of(MORE_FLAGS.split(" ")).filter(flag -> !flag.isBlank())).toList();
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Map<String, String> environment(WireStore store) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", store.address().toString(), "TOKEN_ISSUER", "http://127.0.0.1:1", "TOKEN_AUDIENCE", "web",
                "PUBLIC_ADDRESS", "https://pix.example", "ISSUER_NAME", "bench", "SERVICE_NAME", "Pix", "METRICS_NAMESPACE", "bench"));
        for (String table : List.of("Learners", "Assessments", "Organisations", "Sessions", "Certificates", "Calibrations")) {
            environment.put(table.toUpperCase(Locale.ROOT) + "_TABLE", table);
        }
        return environment;
    }

    private static void addLearner(WireStore store) {
        DynamoDbClient client = DynamoDbClient.builder().endpointOverride(store.address()).region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        new DynamoLearners(client, "Learners").add(new Learner("learner-1", "lea.martin", "Léa", "Martin", LocalDate.of(2011, 3, 4),
                Situation.OTHER, Language.FR, Set.of(), Instant.parse("2026-11-23T09:00:00Z")));
    }

    private static Path unpacked(Path work, String context) throws IOException {
        Path home = Files.createDirectories(work.resolve(context));
        Path zip = ROOT.resolve("functions/" + context + "/target/" + context + ".zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !file.startsWith(home)) continue;
                Files.createDirectories(file.getParent());
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return home;
    }

    private static String event(String name) throws IOException {
        return Files.readString(ROOT.resolve("events/" + name + ".json"));
    }
}
