package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pix.embedded.Template;

/** What the README and the guide tell people to type is true of the template. */
class DeployingTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void the_readme_starts_a_function_that_exists_with_an_event_of_its_own() throws IOException {
        List<MatchResult> calls = found("sam local invoke (\\w+) --event (\\S+)", read("README.md"));

        assertFalse(calls.isEmpty());
        for (MatchResult call : calls) {
            String event = call.group(1).replaceFirst("Function$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            assertTrue(Template.ofBuild().functions().stream().anyMatch(f -> f.name().equals(call.group(1))), call.group(1));
            assertEquals("events/" + event + ".json", call.group(2));
        }
    }

    @Test
    void settings_are_parameters_of_the_template_with_values_it_takes() throws IOException {
        String parameters = section("Parameters");
        for (MatchResult line : found("parameter_overrides = \"(.*)\"", read("samconfig.toml"))) {
            for (String setting : line.group(1).split(" ")) {
                String[] named = setting.split("=", 2);
                List<MatchResult> declared = found("(?m)^  " + named[0] + ":\\n((?:    .*\\n)+)", parameters);
                assertEquals(1, declared.size(), named[0]);
                for (MatchResult allowed : found("AllowedValues: \\[(.*)]", declared.getFirst().group(1))) {
                    assertTrue(List.of(allowed.group(1).replace("'", "").split(", ")).contains(named[1]), setting);
                }
            }
        }
    }

    @Test
    void environments_of_the_guide_are_in_the_settings() throws IOException {
        for (String page : List.of("README.md", "docs/operations.md")) {
            for (MatchResult environment : found("--config-env (\\w+)", read(page))) {
                assertTrue(read("samconfig.toml").contains("[" + environment.group(1) + ".deploy.parameters]"), environment.group(1));
            }
        }
    }

    @Test
    void the_guide_names_outputs_and_parameters_that_exist() throws IOException {
        String guide = read("docs/operations.md");
        Set<String> named = new TreeSet<>();
        for (String word : List.of("WebBucketName", "DistributionId", "UserPoolId", "BookletClientId", "TokenEndpoint", "WebAddress", "FailedRunsUrl",
                "PublicAddress", "IssuerName", "CertificateArn", "AlarmEmail", "TokenIssuer", "TokenAudience", "WebAclArn", "RetiredSigningKeys")) {
            assertTrue(guide.contains(word), "the guide no longer says " + word);
            named.add(word);
        }
        named.removeAll(names(section("Outputs")));
        named.removeAll(names(section("Parameters")));

        assertEquals(Set.of(), named);
    }

    @Test
    void continuous_integration_looks_at_the_template_where_it_can() throws IOException {
        assertTrue(read(".ci/run").contains("then cfn-lint template.yaml; fi"));
    }

    private static Set<String> names(String section) {
        return found("(?m)^  (\\w+):", section).stream().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    /** From the name of a section of the template to the next one. */
    private static String section(String name) throws IOException {
        return found("(?ms)^" + name + ":\\n(.*?)(?=^\\w|\\z)", read("template.yaml")).getFirst().group(1);
    }

    private static List<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
