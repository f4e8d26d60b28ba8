package pix.journeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pix.Language;
import pix.assessment.Verdict;
import pix.bank.Need;
import pix.certificate.CertificateStatus;
import pix.enrolment.FileFormat;
import pix.enrolment.Upload;
import pix.http.Json;
import pix.http.ProblemType;
import pix.learner.Situation;
import pix.organisation.OrganisationType;
import pix.organisation.Role;
import pix.session.Alert;
import pix.session.Audience;
import pix.session.CandidateState;
import pix.session.EnrolCandidates;
import pix.session.Incident;
import pix.session.JuryState;
import pix.session.NotFinished;
import pix.session.PublishSession;
import pix.session.Result;
import pix.session.SessionState;

/** Whatever the service says in one word, the pages can say in both languages. */
class TextsTest {
    private static final Path SITE = Path.of("../web/site");
    private static final List<Path> CODE = List.of(Path.of("../core/src/main/java"), Path.of("../functions"));
    private static final Pattern EVENT = Pattern.compile(
            "\\bEvent\\.of\\(([^,]+),|\\bEvent\\.about\\(\\w+,([^,]+),|\\bsignal\\(\\w+, \\w+, \\w+, (\"[^\"]+\"),");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_word_a_page_shows_has_a_text(String language) throws IOException {
        JsonNode texts = texts(language);
        Map<String, Stream<String>> words = Map.ofEntries(
                Map.entry("alert", words(Alert.Category.values(), Alert.Category::code)),
                Map.entry("log", words(Alert.Decision.values(), Alert.Decision::code)),
                Map.entry("audience", words(Audience.values(), Audience::code)),
                Map.entry("candidate", words(CandidateState.values(), CandidateState::code)),
                Map.entry("certificate.status", words(CertificateStatus.values(), CertificateStatus::code)),
                Map.entry("results.status", words(CertificateStatus.values(), CertificateStatus::code)),
                Map.entry("decision", words(PublishSession.Choice.values(), PublishSession.Choice::code)),
                Map.entry("enrol", words(EnrolCandidates.Reason.values(), EnrolCandidates.Reason::code)),
                Map.entry("final.reason", words(NotFinished.values(), NotFinished::code)),
                Map.entry("incident", words(Incident.Kind.values(), Incident.Kind::code)),
                Map.entry("jury", words(JuryState.values(), JuryState::code)),
                Map.entry("need", words(Need.values(), Need::tag)),
                Map.entry("organisation", words(OrganisationType.values(), OrganisationType::code)),
                Map.entry("outcome", words(Verdict.values(), Verdict::code)),
                Map.entry("result", words(Result.Verdict.values(), Result.Verdict::code)),
                Map.entry("scored", words(Result.Status.values(), Result.Status::code)),
                Map.entry("role", words(Role.values(), Role::code)),
                Map.entry("sessionState", words(SessionState.values(), SessionState::code)),
                Map.entry("situation", words(Situation.values(), Situation::code)),
                Map.entry("upload.format", words(FileFormat.values(), FileFormat::code)),
                Map.entry("upload.mode", words(Upload.Mode.values(), Upload.Mode::code)),
                Map.entry("upload.state", words(Upload.State.values(), Upload.State::code)));

        assertAll(words.entrySet().stream().flatMap(e -> e.getValue().map(word -> e.getKey() + "." + word)).map(key -> () ->
                assertTrue(texts.has(key), key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_kind_of_event_has_a_text_and_every_text_an_event(String language) throws IOException {
        Set<String> told = texts(language).propertyStream().map(Map.Entry::getKey).filter(key -> key.startsWith("event."))
                .map(key -> key.substring("event.".length())).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(events(), told);
    }

    @Test
    void every_problem_has_a_sentence_in_both_languages_and_pages_wait_for_no_other() throws IOException {
        Set<String> known = Arrays.stream(ProblemType.values()).map(ProblemType::slug).collect(Collectors.toSet());
        assertEquals(ProblemType.values().length, known.size(), "one slug, one problem");
        for (ProblemType type : ProblemType.values()) {
            String french = type.title().in(Language.FR);
            String english = type.title().in(Language.EN);
            assertFalse(french.isBlank() || english.isBlank() || french.equals(english), type.slug());
            assertTrue(french.endsWith(".") && english.endsWith("."), type.slug());
        }

        Pattern asked = Pattern.compile("(?:error|problem|failed|failure)\\??\\.type [!=]== '([a-z-]+)'");
        Set<String> unknown = sources(SITE, ".js").flatMap(source -> asked.matcher(source).results()).map(m -> m.group(1))
                .filter(slug -> !known.contains(slug)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    /** The kinds as the code writes them down: literals, or a choice of two. */
    private static Set<String> events() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (Path place : CODE) {
            sources(place, ".java").flatMap(source -> EVENT.matcher(source).results())
                    .map(m -> Stream.of(1, 2, 3).map(m::group).filter(Objects::nonNull).findFirst().orElseThrow()).forEach(argument -> {
                        assertTrue(WORD.matcher(argument).find(), "an event whose kind is not written here: " + argument.strip());
                        WORD.matcher(argument).results().forEach(word -> kinds.add(word.group(1)));
                    });
        }
        return kinds;
    }

    private static <T> Stream<String> words(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code);
    }

    private static Stream<String> sources(Path place, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(ending) && !f.toString().contains("test")).toList()) texts.add(Files.readString(file));
            return texts.stream();
        }
    }

    /** A language file is a module whose only export is a JSON object. */
    private static JsonNode texts(String language) throws IOException {
        String module = Files.readString(SITE.resolve("i18n").resolve(language + ".js"));
        return Json.read(module.substring(module.indexOf('{'), module.lastIndexOf('}') + 1));
    }
}
