package pix.functions.sessions;

import static java.util.Map.entry;

import java.util.Map;
import pix.Text;
import pix.session.Result.Flag;

/** What codes of results and flags mean, in words. */
final class Sentences {
    private static final Map<String, Text> RESULTS = Map.ofEntries(
            entry("lack-of-answers", new Text(
                    "Moins de 20 réponses : le test ne peut pas être évalué.",
                    "Fewer than 20 answers: the test cannot be scored.")),
            entry("technical", new Text(
                    "Un problème technique a interrompu le test. Vous pouvez le repasser.",
                    "A technical failure interrupted the test. You may sit again.")),
            entry("absent", new Text("Vous étiez absent à la session.", "You were absent from the session.")),
            entry("level-not-reached", new Text(
                    "Le niveau 1 (64 pix) n'est pas atteint.", "Level 1 (64 pix) was not reached.")),
            entry("jury", new Text("Décision du jury.", "Decision of the jury.")));

    /** {@code %s} is how much of it there was. */
    private static final Map<String, Text> FLAGS = Map.ofEntries(
            entry("incident", new Text("Incidents signalés par le surveillant : %s.", "Incidents the invigilator reported: %s.")),
            entry("focus-losses", new Text("La page du test a été quittée %s fois.", "The test's page was left %s times.")),
            entry("problem-reports", new Text("Problèmes signalés par le candidat : %s.", "Problems the candidate reported: %s.")),
            entry("rapid-answers", new Text("Réponses en moins de 6 secondes : %s.", "Answers in under 6 seconds: %s.")),
            entry("person-fit", new Text(
                    "Réussites et échecs s'accordent mal : seules %s %% des personnes honnêtes de ce niveau en ont d'aussi inattendus.",
                    "Right and wrong answers fit badly together: only %s %% of honest people of this level have such unexpected ones.")));

    private Sentences() {}

    static Text result(String code) {
        return RESULTS.getOrDefault(code, RESULTS.get("jury"));
    }

    static Text flag(Flag flag) {
        String measure = flag.measure() == Math.rint(flag.measure())
                ? String.valueOf(Math.round(flag.measure()))
                : String.valueOf(Math.round(flag.measure() * 100) / 100.0);
        Text text = FLAGS.getOrDefault(flag.code(), new Text(flag.code() + " : %s", flag.code() + ": %s"));
        return new Text(text.fr().formatted(measure), text.en().formatted(measure));
    }
}
