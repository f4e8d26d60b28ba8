package pix.journeys.trust;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be shown whom: in each of two schools somebody sits an exam whom only its staff may see. Staff come and go by what was
 * acknowledged, and nothing else.
 */
final class Sight {
    /** Where the operator judges, appoints and answers for what was done: names are shown there, and nowhere else. */
    private static final Pattern OPERATORS = Pattern.compile(
            "/audit|/certificates/.*|/sessions/\\{id}/(log|jury|publication)|/organisations/\\{id}/staff.*");
    private static final Pattern PERSONAL =
            Pattern.compile("\"(?:learnerId|username|assessmentId|certificateId)\":\"([^\"]*)\"");

    private final World world;
    private final List<Hidden> hidden;
    private final Map<String, Set<String>> staff = new HashMap<>();

    /** @param name part of the name nobody else has; its holder is told by these ids too */
    private record Hidden(World.School school, World.Exam exam, String name, String certificate) {
        private Set<String> ids() {
            return Set.of(exam.candidate().id(), exam.candidate().username(), exam.assessment(), certificate);
        }

        private boolean isIn(String text) {
            return text.contains(name) || PERSONAL.matcher(text).results().anyMatch(m -> ids().contains(m.group(1)));
        }
    }

    Sight(World world) {
        this.world = world;
        this.hidden = List.of(hidden(world.school, World.KEPT), hidden(world.elsewhere, World.HIDDEN));
        for (World.School school : List.of(world.school, world.elsewhere)) {
            staff.put(school.id, Stream.of(school.head, school.teacher, school.invigilator).map(World.Person::id)
                    .collect(Collectors.toCollection(HashSet::new)));
        }
    }

    private Hidden hidden(World.School school, String name) {
        World.Exam exam = world.hiddenExam(school, name);
        return new Hidden(school, exam, name, world.certificate(exam.candidate()));
    }

    /** The exam of the other school. */
    World.Exam elsewhere() {
        return hidden.getLast().exam();
    }

    /** Everything by which the hidden can be asked for. */
    List<String> ids() {
        return hidden.stream().flatMap(h -> Stream.concat(h.ids().stream().sorted(), Stream.of(h.exam().session()))).toList();
    }

    String certificate() {
        return hidden.getLast().certificate();
    }

    /** Remembers whom an answer made staff, and whom it dismissed. */
    void learn(Spec.Operation operation, String path, Http.Answer answer) {
        if (!operation.path().startsWith("/organisations/{id}/staff")) return;
        Set<String> members = staff.computeIfAbsent(path.split("/")[2], id -> new HashSet<>());
        if (answer.status() == 201) members.add(answer.json().path("learnerId").asText());
        if (answer.status() == 204) members.remove(path.split("/")[4]);
    }

    /** Whether an answer tells somebody of a person they may not see; a certificate is for whoever has its code. */
    boolean shows(Who who, Spec.Operation operation, String asked, Http.Answer answer) {
        if (who == Who.OPERATOR && OPERATORS.matcher(operation.path()).matches()) return false;
        return hidden.stream().filter(h -> h.isIn(answer.text())).anyMatch(h -> !maySee(who, h)
                && !(operation.path().startsWith("/verification") && asked.contains(h.certificate())));
    }

    /** Staff see whoever is in their school: its candidate, and colleagues. */
    private boolean maySee(Who who, Hidden person) {
        return member(who).map(World.Person::id).stream().flatMap(id -> staff.entrySet().stream().filter(s -> s.getValue().contains(id)))
                .anyMatch(s -> s.getKey().equals(person.school().id) || s.getValue().contains(person.exam().candidate().id()));
    }

    private Optional<World.Person> member(Who who) {
        return switch (who) {
            case TEACHER -> Optional.of(world.school.teacher);
            case INVIGILATOR -> Optional.of(world.school.invigilator);
            case HEAD -> Optional.of(world.school.head);
            case OTHER_TEACHER -> Optional.of(world.elsewhere.teacher);
            case OTHER_INVIGILATOR -> Optional.of(world.elsewhere.invigilator);
            case OTHER_HEAD -> Optional.of(world.elsewhere.head);
            case NOBODY, FORGED, EXPIRED, AUDIENCE, ISSUER, OWNER, LEARNER, OPERATOR, SYSTEM, SCOPED -> Optional.empty();
        };
    }
}
