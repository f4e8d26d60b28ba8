package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pix.embedded.Template;

/** What must be true of every resource of the template, whoever adds it. */
class TemplateTest {
    private static final String FILES = "arn:${AWS::Partition}:s3:::${AWS::StackName}-files-${AWS::AccountId}/";
    /** The actions and resources that end in a star, and why. */
    private static final Map<String, String> STARS_EXPLAINED = Map.of(
            "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*", "retired keys, by their tag alone",
            FILES + "uploads/*", "what schools send, each file under a name of its own",
            FILES + "reports/*", "what was found in them",
            FILES + "missing/*", "who is no longer in them");
    /** CloudFormation takes 500; the rest is room for what it makes by itself. */
    private static final int MOST_RESOURCES = 470;

    private static final Template TEMPLATE = Template.ofBuild();
    private static final Map<String, Object> GLOBALS = Template.map(Template.map(TEMPLATE.document().get("Globals")).get("Function"));

    @Test
    void no_function_may_do_anything_or_to_everything() {
        for (Template.Function function : TEMPLATE.functions()) {
            for (Map<String, Object> statement : statements(function)) {
                for (String action : words(statement.get("Action"))) {
                    assertTrue(action.matches("[a-z0-9-]+:[A-Za-z]+"), function.name() + " may " + action);
                }
                for (String resource : words(statement.get("Resource"))) {
                    assertTrue(!resource.contains("*") || STARS_EXPLAINED.containsKey(resource), function.name() + " on " + resource);
                }
            }
        }
    }

    @Test
    void every_function_stays_inside_the_fence() {
        assertEquals("FunctionBoundary", GLOBALS.get("PermissionsBoundary"));
        Set<String> allowed = statements(Template.map(TEMPLATE.resources("AWS::IAM::ManagedPolicy").get("FunctionBoundary").get("PolicyDocument")))
                .flatMap(s -> words(s.get("Action")).stream()).collect(Collectors.toSet());

        for (Template.Function function : TEMPLATE.functions()) {
            assertTrue(!function.properties().containsKey("Role") && !function.properties().containsKey("PermissionsBoundary"), function.name());
            for (Map<String, Object> statement : statements(function)) {
                for (String action : words(statement.get("Action"))) {
                    assertTrue(allowed.contains(action), function.name() + ": FunctionBoundary does not know " + action);
                }
            }
        }
    }

    @Test
    void every_table_is_encrypted_recoverable_and_kept() {
        TEMPLATE.resources("AWS::DynamoDB::Table").forEach((id, table) -> {
            assertEquals("PAY_PER_REQUEST", table.get("BillingMode"), id);
            assertEquals(true, table.get("DeletionProtectionEnabled"), id);
            assertEquals(true, Template.map(table.get("PointInTimeRecoverySpecification")).get("PointInTimeRecoveryEnabled"), id);
            assertEquals("DataKey.Arn", Template.map(table.get("SSESpecification")).get("KMSMasterKeyId"), id);
            assertKept(id);
        });
    }

    @Test
    void what_cannot_be_made_again_is_kept_when_the_stack_goes() {
        Stream.of("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::Cognito::UserPool", "AWS::Logs::LogGroup")
                .flatMap(type -> TEMPLATE.resources(type).keySet().stream())
                .forEach(TemplateTest::assertKept);
    }

    @Test
    void no_bucket_is_public_unencrypted_or_read_without_tls() {
        Map<String, Map<String, Object>> policies = TEMPLATE.resources("AWS::S3::BucketPolicy");
        TEMPLATE.resources("AWS::S3::Bucket").forEach((id, bucket) -> {
            assertEquals(Map.of("BlockPublicAcls", true, "BlockPublicPolicy", true, "IgnorePublicAcls", true, "RestrictPublicBuckets", true),
                    bucket.get("PublicAccessBlockConfiguration"), id);
            assertTrue(bucket.containsKey("BucketEncryption"), id);
            assertTrue(!bucket.containsKey("AccessControl") && !bucket.containsKey("WebsiteConfiguration"), id);
            List<Map<String, Object>> statements = policies.values().stream().filter(p -> p.get("Bucket").equals(id))
                    .flatMap(p -> statements(Template.map(p.get("PolicyDocument")))).toList();
            assertTrue(statements.stream().anyMatch(TemplateTest::refusesPlainHttp), id + " can be read without TLS");
            assertTrue(statements.stream().filter(s -> s.get("Effect").equals("Allow"))
                    .noneMatch(s -> "*".equals(s.get("Principal"))), id + " lets anybody in");
        });
        TEMPLATE.resources("AWS::SQS::Queue").forEach((id, queue) -> assertEquals(true, queue.get("SqsManagedSseEnabled"), id));
        TEMPLATE.resources("AWS::SNS::Topic").forEach((id, topic) -> assertEquals("DataKey", topic.get("KmsMasterKeyId"), id));
    }

    @Test
    void what_nobody_waits_for_fails_into_a_queue() {
        for (Template.Function function : TEMPLATE.functions()) {
            boolean asynchronous = false;
            for (Object event : Template.map(function.properties().getOrDefault("Events", Map.of())).values()) {
                String type = Template.text(Template.map(event), "Type");
                asynchronous |= !type.equals("HttpApi");
                if (type.equals("ScheduleV2")) {
                    Map<String, Object> schedule = Template.map(Template.map(event).get("Properties"));
                    assertEquals("Europe/Paris", schedule.get("ScheduleExpressionTimezone"), function.name());
                    assertEquals("FailedRuns.Arn", Template.map(schedule.get("DeadLetterConfig")).get("Arn"), function.name());
                    // Left to itself it has the function's name, the same in every stack of an account.
                    assertTrue(Template.text(schedule, "Name").startsWith("${AWS::StackName}-"), function.name());
                }
            }
            if (!asynchronous) continue;
            Map<String, Object> invoked = Template.map(function.properties().getOrDefault("EventInvokeConfig", Map.of()));
            assertTrue(invoked.containsKey("MaximumRetryAttempts"), function.name() + " says no number of tries");
            Map<String, Object> failed = Template.map(Template.map(invoked.get("DestinationConfig")).get("OnFailure"));
            assertEquals("FailedRuns.Arn", failed.get("Destination"), function.name());
        }
    }

    @Test
    void logs_are_json_and_end_some_day() {
        assertEquals(Map.of("LogFormat", "JSON", "LogGroup", "FunctionLogs"), GLOBALS.get("LoggingConfig"));
        TEMPLATE.functions().forEach(f -> assertTrue(!f.properties().containsKey("LoggingConfig"), f.name()));
        TEMPLATE.resources("AWS::Logs::LogGroup").forEach((id, group) -> assertEquals("LogRetention", group.get("RetentionInDays"), id));
    }

    @Test
    void functions_people_wait_for_start_from_a_snapshot_and_are_released_step_by_step() {
        List<String> live = new ArrayList<>();
        for (Template.Function function : TEMPLATE.functions()) {
            if (!function.properties().containsKey("AutoPublishAlias")) continue;
            live.add(function.name());
            assertEquals("live", function.properties().get("AutoPublishAlias"), function.name());
            assertEquals(Map.of("ApplyOn", "SnapStart"), function.properties().get("SnapStart"), function.name());
            Map<String, Object> release = Template.map(function.properties().get("DeploymentPreference"));
            assertEquals("GradualRelease", release.get("Enabled"), function.name());
            assertEquals(List.of("ErrorsAlarm"), release.get("Alarms"), function.name());
        }
        assertTrue(live.containsAll(Set.of("SubmitAnswerFunction", "NextQuestionFunction", "SignInFunction", "EnterSessionFunction")));
    }

    @Test
    void functions_are_small_arm_and_java_25() {
        assertEquals("java25", GLOBALS.get("Runtime"));
        assertEquals(List.of("arm64"), GLOBALS.get("Architectures"));
        for (Template.Function function : TEMPLATE.functions()) {
            Stream.of("Runtime", "Architectures", "MemorySize")
                    .forEach(name -> assertTrue(!function.properties().containsKey(name), function.name() + " has a " + name + " of its own"));
        }
    }

    @Test
    void the_stack_has_room_for_more_functions() {
        int plain = Template.map(TEMPLATE.document().get("Resources")).size();
        // What the transform adds: a role and a permission (or the schedule's role and what runs on failure); version, alias, release.
        int added = TEMPLATE.functions().stream()
                .mapToInt(f -> (f.routes().isEmpty() ? 4 : 1 + f.routes().size()) + (f.properties().containsKey("AutoPublishAlias") ? 3 : 0))
                .sum();

        assertTrue(plain + added + 4 < MOST_RESOURCES, plain + added + " resources");
    }

    @Test
    void throttles_name_routes_that_exist() {
        Set<String> routes = TEMPLATE.functions().stream().flatMap(f -> f.routes().stream()).map(Template.Route::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> throttled = Template.map(TEMPLATE.resources("AWS::Serverless::HttpApi").get("Api").get("RouteSettings")).keySet();

        assertTrue(routes.containsAll(throttled), () -> throttled + " not all in " + routes);
    }

    private static boolean refusesPlainHttp(Map<String, Object> statement) {
        return statement.get("Effect").equals("Deny") && statement.get("Principal").equals("*")
                && Map.of("Bool", Map.of("aws:SecureTransport", "false")).equals(statement.get("Condition"));
    }

    private static void assertKept(String id) {
        Map<String, Object> resource = Template.map(Template.map(TEMPLATE.document().get("Resources")).get(id));
        assertEquals("Retain", resource.get("DeletionPolicy"), id);
        assertEquals("Retain", resource.get("UpdateReplacePolicy"), id);
    }

    private static List<Map<String, Object>> statements(Template.Function function) {
        return Template.list(function.properties().get("Policies")).stream()
                .flatMap(policy -> statements(Template.map(policy))).toList();
    }

    private static Stream<Map<String, Object>> statements(Map<String, Object> policy) {
        return Template.list(policy.get("Statement")).stream().map(Template::map);
    }

    private static List<String> words(Object oneOrMore) {
        return oneOrMore instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(oneOrMore));
    }
}
