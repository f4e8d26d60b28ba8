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
            // enrolment
            entry("choose-a-class", new Text("Plus de 1 000 codes à la fois, c'est trop : choisissez une classe, puis demandez ses codes.",
                    "More than 1,000 codes at once are too many: choose a class, then ask for its codes.")),
            entry("class-too-large", new Text("Plus de 1 000 élèves de cette classe n'ont pas de compte. Partagez-la en groupes dans la colonne "
                    + "« classe » de votre fichier, puis importez-le à nouveau.",
                    "More than 1,000 students of this class have no account. Divide it into groups in the column \"class\" of your "
                    + "file, then import it again.")),
            // sessions
            entry("out-of-range", new Text("Ce nombre est hors des limites.", "This number is out of range.")),
            entry("not-a-time", new Text("Écrivez une date et une heure, par exemple 2026-12-01T08:30:00Z.",
                    "Write a date and a time, for example 2026-12-01T08:30:00Z.")),
            entry("in-the-past", new Text("Choisissez un moment à venir.", "Choose a moment to come.")),
            entry("not-a-uai", new Text("Ce n'est pas un UAI : 7 chiffres et la lettre qui va avec.",
                    "This is not a UAI: 7 digits and the letter that belongs to them.")),
            entry("not-an-ine", new Text("Ce n'est pas un INE : 11 chiffres et lettres, sur le certificat de scolarité.",
                    "This is not an INE: 11 digits and letters, on the school attendance certificate.")),
            entry("not-a-department", new Text("Écrivez le code d'un département, par exemple 75 ou 2A.",
                    "Write the code of a département, for example 75 or 2A.")),
            entry("unknown-username", new Text("Personne n'a ce nom d'utilisateur.", "Nobody has this user name.")),
            entry("not-staff", new Text("Cette personne n'est pas membre de l'établissement.",
                    "This person is not a member of the organisation.")),
            entry("unknown-candidate", new Text("Cette personne n'est pas inscrite à la session.",
                    "This person is no candidate of the session.")),
            entry("does-not-fit", new Text("Cette réponse ne correspond pas à la question.",
                    "This response does not fit the question.")));

    private FaultDetails() {}

    static Text of(String code) {
        return BY_CODE.getOrDefault(code, OTHERWISE);
    }
}
