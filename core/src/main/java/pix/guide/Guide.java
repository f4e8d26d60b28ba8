package pix.guide;

import java.util.List;
import java.util.Optional;
import pix.Text;
import pix.learner.Situation;

/** The questions that lead a newcomer to their case. Every path through them ends in an {@link Advice}. */
public final class Guide {

    /** A question and what can be answered to it. */
    public record Question(String id, Text text, Optional<Text> help, List<Answer> answers) {}

    /** An answer leads to the next question or to a case. */
    public sealed interface Answer {
        String id();

        Text text();

        record Next(String id, Text text, String question) implements Answer {}

        record Case(String id, Text text, Situation situation, boolean organisedByInstitution, boolean homeSchooled)
                implements Answer {}
    }

    private static final String SITUATION = "situation";
    private static final Text AT_SCHOOL = new Text("Dans un établissement scolaire", "In a school");
    private static final Text AT_HOME =
            new Text("À la maison (instruction dans la famille)", "At home (taught in the family)");

    public static final List<Question> QUESTIONS = List.of(
            new Question(SITUATION, new Text("Quelle est votre situation ?", "What is your situation?"),
                    Optional.of(new Text("Choisissez votre situation actuelle.", "Choose your situation as it is now.")),
                    List.of(
                            next("pupil", "Je suis élève ou je suis une formation en lycée",
                                    "I am a pupil, or on a course offered in a high school", "class"),
                            next("student", "Je suis en formation initiale dans l'enseignement supérieur",
                                    "I am a student in higher education", "institution"),
                            next("staff", "Je travaille ou me forme dans un service public d'éducation",
                                    "I work or train in a public education service or institution", "employer"),
                            new Answer.Case("other", new Text("Autre situation", "Another situation"),
                                    Situation.OTHER, false, false))),
            new Question("class", new Text("Dans quelle classe êtes-vous ?", "Which class are you in?"),
                    Optional.empty(),
                    List.of(
                            next("3e", "En troisième (collège)", "Troisième (last year of collège)", "where-3e"),
                            next("terminale", "En terminale (lycée)", "Terminale (last year of lycée)",
                                    "where-terminale"),
                            next("high-school-course", "Dans une formation dispensée en lycée (BTS, CPGE, CAP…)",
                                    "On another course offered in a high school (BTS, CPGE, CAP…)",
                                    "where-high-school-course"),
                            new Answer.Case("other-class", new Text("Dans une autre classe", "Another class"),
                                    Situation.OTHER, false, false))),
            where("where-3e", Situation.TROISIEME),
            where("where-terminale", Situation.TERMINALE),
            where("where-high-school-course", Situation.HIGH_SCHOOL_COURSE),
            organised("institution",
                    new Text("Votre établissement organise-t-il la certification ?",
                            "Does your institution organise the certification?"),
                    Situation.HIGHER_EDUCATION),
            organised("employer",
                    new Text("Votre employeur organise-t-il la certification ?",
                            "Does your employer organise the certification?"),
                    Situation.PUBLIC_SERVICE));

    private Guide() {}

    public static String start() {
        return SITUATION;
    }

    private static Answer next(String id, String fr, String en, String question) {
        return new Answer.Next(id, new Text(fr, en), question);
    }

    private static Question where(String id, Situation situation) {
        return new Question(id, new Text("Où suivez-vous vos cours ?", "Where are you taught?"), Optional.empty(),
                List.of(
                        new Answer.Case("school", AT_SCHOOL, situation, true, false),
                        new Answer.Case("home", AT_HOME, situation, false, true)));
    }

    private static Question organised(String id, Text question, Situation situation) {
        return new Question(id, question,
                Optional.of(new Text("Ce n'est pas une obligation. En cas de doute, demandez au secrétariat.",
                        "It is not an obligation. If in doubt, ask the office.")),
                List.of(
                        new Answer.Case("yes", new Text("Oui", "Yes"), situation, true, false),
                        new Answer.Case("no", new Text("Non", "No"), situation, false, false)));
    }
}
