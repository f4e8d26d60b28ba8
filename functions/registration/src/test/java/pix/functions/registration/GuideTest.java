package pix.functions.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pix.embedded.Call;
import pix.embedded.Call.Answer;

class GuideTest {

    @Test
    void every_path_through_the_guide_ends_in_advice() {
        JsonNode guide = Call.of("show-guide").to(new ShowGuideHandler()).json();

        Set<String> situations = new HashSet<>();
        int paths = walk(guide, guide.path("start").asText(), situations, 0);

        assertEquals(Set.of("3e", "terminale", "high-school-course", "higher-education", "public-service", "other"),
                situations);
        assertTrue(paths >= 12, "paths: " + paths);
    }

    private static int walk(JsonNode guide, String id, Set<String> situations, int depth) {
        assertTrue(depth < 10, "the guide goes round in circles");
        JsonNode question = null;
        for (JsonNode q : guide.path("questions")) if (q.path("id").asText().equals(id)) question = q;
        assertFalse(question == null, "no question " + id);
        int paths = 0;
        for (JsonNode answer : question.path("answers")) {
            assertFalse(answer.path("text").path("fr").asText().isEmpty());
            assertFalse(answer.path("text").path("en").asText().isEmpty());
            if (answer.has("next")) {
                paths += walk(guide, answer.path("next").asText(), situations, depth + 1);
                continue;
            }
            JsonNode found = answer.path("advice");
            situations.add(found.path("situation").asText());
            Answer advice = Call.of("show-advice")
                    .query("situation", found.path("situation").asText())
                    .query("organisedByInstitution", found.path("organisedByInstitution").asText())
                    .query("homeSchooled", found.path("homeSchooled").asText())
                    .to(new ShowAdviceHandler());
            assertEquals(200, advice.status(), advice.body());
            paths++;
        }
        return paths;
    }

    @ParameterizedTest
    @CsvSource({
        "3e,                 true,  false, true,  school-head, wait-for-school, true",
        "3e,                 false, true,  true,  centre,      find-a-centre,   false",
        "terminale,          true,  false, true,  school-head, wait-for-school, true",
        "terminale,          true,  true,  true,  centre,      find-a-centre,   false",
        "high-school-course, true,  false, true,  school-head, wait-for-school, false",
        "high-school-course, true,  true,  true,  centre,      find-a-centre,   false",
        "higher-education,   true,  false, false, institution, wait-for-school, false",
        "higher-education,   false, false, false, centre,      find-a-centre,   false",
        "public-service,     true,  false, false, employer,    wait-for-school, false",
        "public-service,     false, false, false, centre,      find-a-centre,   false",
        "other,              true,  false, false, centre,      find-a-centre,   false",
    })
    void advises_each_case(String situation, String organised, String atHome, boolean compulsory, String organiser,
            String next, boolean booklet) {
        JsonNode advice = Call.of("show-advice").query("situation", situation)
                .query("organisedByInstitution", organised).query("homeSchooled", atHome)
                .to(new ShowAdviceHandler()).json();

        assertEquals(compulsory, advice.path("compulsory").asBoolean());
        assertTrue(advice.path("free").asBoolean());
        assertEquals(organiser, advice.path("organiser").asText());
        assertEquals(next, advice.path("next").asText());
        assertEquals(booklet, advice.path("recordedInSchoolBooklet").asBoolean());
        assertFalse(advice.path("howToRegister").isEmpty());
        assertFalse(advice.path("afterwards").isEmpty());
    }

    @Test
    void says_what_the_certification_replaces_in_the_callers_language() {
        JsonNode french = Call.of("show-advice").query("situation", "higher-education").to(new ShowAdviceHandler()).json();
        JsonNode english = Call.of("show-advice").query("situation", "higher-education").language("en")
                .to(new ShowAdviceHandler()).json();

        assertTrue(french.path("replaces").asText().contains("niveau 1"));
        assertTrue(english.path("replaces").asText().contains("level 1"));
    }

    @Test
    void refuses_a_situation_nobody_knows() {
        Answer answer = Call.of("show-advice").query("situation", "4e").to(new ShowAdviceHandler());

        assertEquals(422, answer.status());
        assertEquals("/situation", answer.json().path("errors").path(0).path("pointer").asText());
    }

    @Test
    void shows_the_framework_with_sixteen_competences_and_eight_levels() {
        JsonNode framework = Call.of("show-framework").to(new ShowFrameworkHandler()).json();

        int competences = 0;
        for (JsonNode area : framework.path("areas")) competences += area.path("competences").size();
        assertEquals(5, framework.path("areas").size());
        assertEquals(16, competences);
        assertEquals(896, framework.path("levels").path(7).path("minPix").asInt());
        assertEquals("Expert", framework.path("levels").path(7).path("name").path("fr").asText());
    }
}
