package pix.http;

import pix.Text;

/** Every way a request can be refused: one table from the contract's slugs to a status and a sentence. */
public enum ProblemType {
    INVALID_INPUT(422, "invalid-input", "La demande contient des erreurs.", "The request has errors."),
    MALFORMED_JSON(400, "malformed-json", "Le corps de la demande n'est pas du JSON valide.",
            "The body of the request is not valid JSON."),
    TOO_LARGE(413, "too-large", "La demande est trop volumineuse.", "The request is too large."),
    UNAUTHENTICATED(401, "unauthenticated", "Connectez-vous pour continuer.", "Sign in to continue."),
    BAD_CREDENTIALS(401, "bad-credentials", "Identifiant ou mot de passe incorrect.",
            "Wrong user name or password."),
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
    UNKNOWN_CODE(404, "unknown-code", "Aucun certificat ne porte ce code.", "No certificate has this code."),
    ALREADY_REVOKED(409, "already-revoked", "Ce certificat a déjà été révoqué.",
            "This certificate has already been revoked."),
    NOTHING_TO_CORRECT(409, "nothing-to-correct", "Le certificat dit déjà cela.", "The certificate says so already."),
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
