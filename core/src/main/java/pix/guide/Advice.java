package pix.guide;

import java.util.List;
import java.util.Optional;
import pix.Text;
import pix.learner.Situation;

/**
 * What a person in a given case must know. The certification is free of charge in every case.
 *
 * @param replaces what the certification stands in for, empty where it replaces nothing
 * @param waitForSchool true where the next step is the school's or the employer's, false where the person looks for a
 *     centre
 */
public record Advice(
        Situation situation,
        boolean compulsory,
        Organiser organiser,
        Optional<Text> replaces,
        List<Text> howToRegister,
        boolean waitForSchool,
        List<Text> afterwards,
        boolean recordedInSchoolBooklet) {

    private static final Text REPLACES_SCHOOL_LEVELS = new Text(
            "Les niveaux école, collège et lycée du brevet informatique et internet (B2i), depuis la rentrée 2019",
            "The school, collège and lycée levels of the B2i certificate, since the school year that began in 2019");
    private static final Text REPLACES_C2I = new Text(
            "Le certificat informatique et internet de l'enseignement supérieur (C2i) niveau 1",
            "The C2i certificate of higher education, level 1");
    private static final Text REPLACES_ADULT_LEVEL = new Text(
            "Le niveau adultes du brevet informatique et internet (B2i), depuis la rentrée 2019",
            "The adult level of the B2i certificate, since the school year that began in 2019");

    private static final Text CREATE_ACCOUNT =
            new Text("Créez votre compte ici : c'est gratuit.", "Create your account here: it is free of charge.");
    private static final Text PRACTISE = new Text(
            "Passez le test de positionnement : il faut au moins le niveau 1 dans 5 compétences pour se présenter.",
            "Take the placement test: you need at least level 1 in 5 competences to sit the certification.");
    private static final Text SCHOOL_ENROLS = new Text(
            "Votre établissement vous inscrit à une session et vous donne la date.",
            "Your school enrols you in a session and tells you the date.");
    private static final Text INSTITUTION_ENROLS = new Text(
            "Votre établissement vous inscrit à une session et vous donne la date.",
            "Your institution enrols you in a session and tells you the date.");
    private static final Text EMPLOYER_ENROLS = new Text(
            "Votre employeur vous inscrit à une session et vous donne la date.",
            "Your employer enrols you in a session and tells you the date.");
    private static final Text FAMILY_FINDS_CENTRE = new Text(
            "Votre famille cherche un centre de certification disponible et vous inscrit à une session.",
            "Your family looks for an available certification centre and signs you up for a session.");
    private static final Text FIND_CENTRE = new Text(
            "Cherchez un centre de certification disponible et inscrivez-vous à une session.",
            "Look for an available certification centre and sign up for a session.");

    private static final Text NATIONAL_CERTIFICATION = new Text(
            "Vous recevez une certification nationale de votre niveau de compétences numériques.",
            "You receive a national certification of your level of digital skills.");
    private static final Text IN_THE_BOOKLET = new Text(
            "Votre résultat est inscrit dans votre livret scolaire.", "Your result is entered in your school booklet.");
    private static final Text VERIFIABLE = new Text(
            "Votre certificat porte un code que chacun peut vérifier.",
            "Your certificate carries a code that anyone can verify.");

    public Advice {
        howToRegister = List.copyOf(howToRegister);
        afterwards = List.copyOf(afterwards);
    }

    /**
     * The advice for a case.
     *
     * @param organisedByInstitution whether the institution or the employer organises the certification; of no effect
     *     in a school, where the head always does
     * @param homeSchooled whether the same course is taught at home, in the family
     */
    public static Advice of(Situation situation, boolean organisedByInstitution, boolean homeSchooled) {
        return switch (situation) {
            case TROISIEME, TERMINALE -> school(situation, homeSchooled, true);
            case HIGH_SCHOOL_COURSE -> school(situation, homeSchooled, false);
            case HIGHER_EDUCATION ->
                voluntary(situation, organisedByInstitution, Organiser.INSTITUTION, INSTITUTION_ENROLS,
                        Optional.of(REPLACES_C2I));
            case PUBLIC_SERVICE ->
                voluntary(situation, organisedByInstitution, Organiser.EMPLOYER, EMPLOYER_ENROLS,
                        Optional.of(REPLACES_ADULT_LEVEL));
            case OTHER -> voluntary(situation, false, Organiser.CENTRE, FIND_CENTRE, Optional.empty());
        };
    }

    private static Advice school(Situation situation, boolean homeSchooled, boolean booklet) {
        boolean recorded = booklet && !homeSchooled;
        return new Advice(situation, true, homeSchooled ? Organiser.CENTRE : Organiser.SCHOOL_HEAD,
                Optional.of(REPLACES_SCHOOL_LEVELS),
                List.of(CREATE_ACCOUNT, PRACTISE, homeSchooled ? FAMILY_FINDS_CENTRE : SCHOOL_ENROLS), !homeSchooled,
                recorded
                        ? List.of(NATIONAL_CERTIFICATION, IN_THE_BOOKLET, VERIFIABLE)
                        : List.of(NATIONAL_CERTIFICATION, VERIFIABLE),
                recorded);
    }

    private static Advice voluntary(
            Situation situation, boolean organised, Organiser organiser, Text enrols, Optional<Text> replaces) {
        return new Advice(situation, false, organised ? organiser : Organiser.CENTRE, replaces,
                List.of(CREATE_ACCOUNT, PRACTISE, organised ? enrols : FIND_CENTRE), organised,
                List.of(NATIONAL_CERTIFICATION, VERIFIABLE), false);
    }
}
