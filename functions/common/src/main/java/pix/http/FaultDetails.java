package pix.http;

import static java.util.Map.entry;

import java.util.Map;
import pix.Text;

/** The sentence that tells a person how to mend a fault, by its code. */
final class FaultDetails {
    private static final Text OTHERWISE = new Text("Cette valeur n'est pas acceptée.", "This value is not accepted.");

    private static final Map<String, Text> BY_CODE = Map.ofEntries(
            entry("required", new Text("Ce champ est obligatoire.", "This field is required.")),
            entry("unknown-field", new Text("Ce champ n'existe pas.", "There is no such field.")),
            entry("wrong-type", new Text("Cette valeur n'est pas du bon type.", "This value is not of the right type.")),
            entry("too-short", new Text("C'est trop court.", "This is too short.")),
            entry("too-long", new Text("C'est trop long.", "This is too long.")),
            entry("too-many", new Text("Il y en a trop.", "There are too many.")),
            entry("too-common", new Text("Ce mot de passe est trop facile à deviner.", "This password is too easy to guess.")),
            entry("contains-username", new Text("Le mot de passe ne doit pas contenir l'identifiant.",
                    "The password must not contain the user name.")),
            entry("unknown-value", new Text("Cette valeur ne fait pas partie des valeurs possibles.",
                    "This is not one of the possible values.")),
            entry("not-a-date", new Text("Écrivez une date qui existe, sous la forme AAAA-MM-JJ.",
                    "Write a date that exists, as YYYY-MM-DD.")),
            entry("impossible-date", new Text("Cette date de naissance n'est pas possible.",
                    "This date of birth is not possible.")),
            entry("not-a-username", new Text("3 à 64 lettres, chiffres ou . _ - + @, sans espace.",
                    "3 to 64 letters, digits or . _ - + @, without spaces.")),
            entry("not-a-name", new Text("Écrivez un nom avec au moins une lettre.", "Write a name with at least one letter.")),
            entry("malformed", new Text("La forme de cette valeur n'est pas la bonne.", "This value is not well formed.")),
            entry("does-not-fit", new Text("Cette réponse ne correspond pas à la question.",
                    "This response does not fit the question.")));

    private FaultDetails() {}

    static Text of(String code) {
        return BY_CODE.getOrDefault(code, OTHERWISE);
    }
}
