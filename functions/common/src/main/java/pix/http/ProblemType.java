package pix.http;

import pix.Text;

/** Every way a request can be refused: one table from the contract's slugs to a status and a sentence. */
public enum ProblemType {
    INVALID_INPUT(422, "invalid-input", "La demande contient des erreurs.", "The request has errors."),
    MALFORMED_JSON(400, "malformed-json", "Le corps de la demande n'est pas du JSON valide.",
            "The body of the request is not valid JSON."),
    TOO_LARGE(413, "too-large", "La demande est trop volumineuse.", "The request is too large."),
    WRONG_LENGTH(400, "wrong-length", "Ce fichier n'a pas la taille annoncée.", "This file is not as long as it was said to be."),
    REQUEST_TIMEOUT(408, "request-timeout", "La demande a mis trop de temps à arriver.", "The request took too long to arrive."),
    UNAUTHENTICATED(401, "unauthenticated", "Connectez-vous pour continuer.", "Sign in to continue."),
    BAD_CREDENTIALS(401, "bad-credentials", "Identifiant ou mot de passe incorrect.",
            "Wrong user name or password."),
    CODE_REQUIRED(401, "code-required", "Saisissez aussi le code de votre application d'authentification.",
            "Type the code of your authenticator app too."),
    WRONG_CODE(403, "wrong-code", "Ce code n'est pas le bon. Saisissez celui que l'application affiche maintenant.",
            "This code is wrong. Type the one the app shows now."),
    SECOND_FACTOR_ACTIVE(409, "second-factor-active", "Une application d'authentification protège déjà ce compte.",
            "An authenticator app protects this account already."),
    FORBIDDEN(403, "forbidden", "Vous n'avez pas le droit de faire cela.", "You are not allowed to do this."),
    NOT_FOUND(404, "not-found", "Cette page ou cet élément n'existe pas.", "There is no such thing here."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Cette adresse ne permet pas cette action.",
            "This address does not allow that action."),
    USERNAME_TAKEN(409, "username-taken", "Cet identifiant est déjà pris.", "This user name is taken."),
    TOO_MANY_ATTEMPTS(429, "too-many-attempts", "Trop d'essais. Réessayez un peu plus tard.",
            "Too many attempts. Try again a little later."),
    NOT_ADMITTED(403, "not-admitted", "Vous n'êtes pas admis dans cette session.",
            "You have not been admitted to this session."),
    COMPLETED(409, "completed", "Ce test est terminé.", "This test is completed."),
    OUT_OF_SEQUENCE(409, "out-of-sequence", "Ce n'est pas la question en cours.", "This is not the current question."),
    ALREADY_ANSWERED(409, "already-answered", "Cette question a déjà reçu une autre réponse.",
            "This question already has another answer."),
    // --- sessions
    UAI_TAKEN(409, "uai-taken", "Un établissement porte déjà cet UAI.", "There is a school with this UAI already."),
    SESSION_FULL(409, "session-full", "Il n'y a plus de place dans cette session.", "There is no seat left in this session."),
    SESSION_CLOSED(409, "session-closed", "Cette session est close.", "This session is closed."),
    SESSION_NOT_OPEN(409, "session-not-open", "La session n'est pas ouverte.", "The session is not open."),
    ALREADY_BOOKED(409, "already-booked", "Vous avez déjà une session au même moment.",
            "You have another session at the same time."),
    NOT_CERTIFIABLE(403, "not-certifiable",
            "Il faut au moins le niveau 1 dans 5 compétences pour passer la certification.",
            "At least level 1 in 5 competences is needed to sit the certification."),
    ENROLLED_BY_SCHOOL(403, "enrolled-by-school", "Votre établissement vous a inscrit : lui seul peut annuler.",
            "Your school enrolled you: only the school can cancel."),
    NOT_BOOKED(403, "not-booked", "Vous n'êtes pas inscrit à cette session.", "You are not booked in this session."),
    WRONG_ACCESS_CODE(403, "wrong-access-code", "Ce code d'accès n'est pas le bon.", "This access code is wrong."),
    NOT_ENROLLED(409, "not-enrolled", "Personne n'a été inscrit : certains élèves ne peuvent pas l'être.",
            "Nobody was enrolled: some students cannot be."),
    SEATS_TAKEN(409, "seats-taken", "Plus de places sont déjà prises.", "More seats than that are taken."),
    ALREADY_STARTED(409, "already-started", "Le test a déjà commencé.", "The test has started."),
    NOT_STARTED(409, "not-started", "Le test n'a pas commencé.", "The test has not started."),
    NOT_WAITING(409, "not-waiting", "Cette personne n'a pas encore saisi le code d'accès.",
            "This person has not entered the access code yet."),
    PAUSED(409, "paused", "Le test est en pause.", "The test is paused."),
    TIME_OVER(409, "time-over", "Le temps est écoulé.", "The time is over."),
    OTHER_DEVICE(403, "other-device", "Un autre appareil a été admis. Entrez à nouveau dans la session.",
            "Another device was admitted. Enter the session again."),
    NOBODY_SITS(409, "nobody-sits", "Aucun test n'est en cours.", "No test is under way."),
    TOO_MANY_MINUTES(409, "too-many-minutes", "On peut rendre 60 minutes au plus à une même personne.",
            "One person can be given back 60 minutes at most."),
    ALREADY_DECIDED(409, "already-decided", "Ce signalement a reçu une autre décision.",
            "This report was decided otherwise."),
    NOT_FINALISABLE(409, "not-finalisable", "Il manque des informations pour finaliser la session.",
            "Something is missing before the session can be finalised."),
    NOT_FINALISED(409, "not-finalised", "La session n'est pas finalisée.", "The session is not finalised."),
    NOT_APPEALABLE(409, "not-appealable", "Ce résultat ne peut pas (ou plus) être contesté.",
            "This result cannot be appealed against (any more)."),
    UNKNOWN_CODE(404, "unknown-code", "Aucun certificat ne porte ce code.", "No certificate has this code."),
    NOT_PUBLISHED(409, "not-published", "Les corrections se lisent après la publication des résultats.",
            "Corrections can be read once results are published."),
    ALREADY_REVOKED(409, "already-revoked", "Ce certificat a déjà été révoqué.",
            "This certificate has already been revoked."),
    NOTHING_TO_CORRECT(409, "nothing-to-correct", "Le certificat dit déjà cela.", "The certificate says so already."),
    // --- enrolment
    UNKNOWN_CLAIM_CODE(404, "unknown-claim-code", "Ce code n'est pas connu. Vérifiez chaque lettre, ou demandez-en un nouveau à votre établissement.",
            "This code is not known. Check every letter, or ask your school for a new one."),
    CLAIM_MISMATCH(403, "claim-mismatch",
            "Ce code est celui d'un autre élève : le nom, le prénom ou la date de naissance ne correspondent pas.",
            "This code is another student's: the names or the date of birth do not match."),
    CLAIM_CODE_USED(409, "claim-code-used", "Ce code a déjà servi.", "This code has been used already."),
    ALREADY_LINKED(409, "already-linked", "Votre compte est déjà relié à un autre élève de cet établissement.",
            "Your account is linked to another student of this school."),
    STILL_ENROLLED(409, "still-enrolled", "Votre établissement vous compte encore parmi ses élèves.",
            "Your school still lists you as a student."),
    UNKNOWN_SCHOOL(404, "unknown-school", "Aucun établissement inscrit ici ne porte cet UAI.", "No school registered here has this UAI."),
    REQUEST_OVER(409, "request-over",
            "Cette demande n'est plus d'actualité : elle a eu une autre réponse, elle a expiré, ou l'élève a un compte ou est parti.",
            "This request is no longer open: it was answered otherwise, has expired, or the student has an account or has left."),
    ACCOUNT_LINKED(409, "account-linked", "Cet élève a déjà un compte.", "This student has an account already."),
    OUTDATED(409, "outdated", "Un autre fichier a été importé depuis : sa liste fait foi.",
            "Another file has been imported since: its list counts."),
    IMPORT_RUNNING(409, "import-running", "Un import est en cours. Réessayez quand il sera terminé.",
            "An import is running. Try again when it is done."),
    UNAVAILABLE(503, "unavailable", "Le service est momentanément indisponible. Réessayez dans un instant.",
            "The service is unavailable for a moment. Try again shortly."),
    UNEXPECTED(500, "unexpected", "Une erreur est survenue de notre côté.", "Something went wrong on our side.");

    private final int status;
    private final String slug;
    private final Text title;

    ProblemType(int status, String slug, String fr, String en) {
        this.status = status;
        this.slug = slug;
        this.title = new Text(fr, en);
    }

    public int status() {
        return status;
    }

    /** The {@code type} of the problem document: stable, for programs. */
    public String slug() {
        return slug;
    }

    /** The {@code title} of the problem document: for people. */
    public Text title() {
        return title;
    }
}
