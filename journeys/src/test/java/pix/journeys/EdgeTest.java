package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pix.embedded.Template;

/** Under one host name, calls find the API and pages their bucket: CloudFront takes the first pattern that fits. */
class EdgeTest {
    private static final Path SITE = Path.of("../web/site");
    private static final Map<String, Object> DISTRIBUTION = Template.map(
            Template.ofBuild().resources("AWS::CloudFront::Distribution").get("Distribution").get("DistributionConfig"));

    @Test
    void every_route_leads_to_the_api() {
        for (Template.Function function : Template.ofBuild().functions()) {
            for (Template.Route route : function.routes()) {
                assertEquals("api", origin(route.path().replaceAll("\\{[^}]+}", "x1")), route.key());
            }
        }
    }

    @Test
    void every_page_leads_to_the_bucket() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            files.filter(Files::isRegularFile).map(file -> "/" + SITE.relativize(file).toString().replace('\\', '/'))
                    .forEach(path -> assertEquals("pages", origin(path), path));
        }
        assertEquals("pages", origin("/webjars/lit-html/lit-html.js"));
    }

    private static String origin(String path) {
        List<?> behaviours = Template.list(DISTRIBUTION.get("CacheBehaviors"));
        return behaviours.stream().map(Template::map)
                .filter(b -> fits(Template.text(b, "PathPattern"), path))
                .findFirst()
                .map(b -> Template.text(b, "TargetOriginId"))
                .orElse("pages");
    }

    private static boolean fits(String pattern, String path) {
        return path.matches(pattern.replace(".", "\\.").replace("?", ".").replace("*", ".*"));
    }
}
