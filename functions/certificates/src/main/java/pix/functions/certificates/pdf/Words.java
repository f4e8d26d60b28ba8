package pix.functions.certificates.pdf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pix.Language;
import pix.Text;
import pix.framework.LevelName;

/** What the document says, in one language. */
record Words(Language language) {
    private static final Text TITLE = new Text("Certification des compétences numériques", "Certification of digital skills");

    String title() {
        return TITLE.in(language);
    }

    String awardedTo() {
        return in("délivrée à", "awarded to");
    }

    /** Instead of a name in a script we have no letters of; goes on after {@link #awardedTo}. */
    String personNamedOnline() {
        return in("la personne nommée sur la page de vérification", "the person named on the verification page");
    }

    String nameInFull() {
        return in("Le nom complet, dans son écriture, se lit sur la page de vérification.",
                "The full name, in its own script, is on the verification page.");
    }

    String born(LocalDate date, String place) {
        String born = in("né(e) le ", "born on ") + date(date);
        return place.isEmpty() ? born : born + in(" à ", " in ") + place;
    }

    String pixOf() {
        return in("pix sur 1024", "pix of 1024");
    }

    String levelName(int level) {
        return level == 0 ? in("Premiers pas", "First steps") : LevelName.of(level).title().in(language);
    }

    String levelOf(int level) {
        return in("niveau " + level + " sur 8", "level " + level + " of 8");
    }

    String statement(LocalDate takenOn, String centre) {
        return in("Résultat d'une épreuve surveillée de seize compétences, passée le " + date(takenOn) + ", " + centre
                        + ", et confirmé par un jury. Les niveaux de chaque compétence figurent page 2.",
                "Result of a supervised test of sixteen competences, taken on " + date(takenOn) + ", " + centre
                        + ", and confirmed by a jury. The level of each competence is on page 2.");
    }

    String issuedOn(LocalDate date) {
        return in("Délivré le ", "Issued on ") + date(date);
    }

    String validUntil(LocalDate date) {
        return in("Valable jusqu'au ", "Valid until ") + date(date);
    }

    String revokedOn(LocalDate date) {
        return in("Révoqué le ", "Revoked on ") + date(date);
    }

    String replacedBy(String code) {
        return in("remplacé par ", "replaced by ") + code;
    }

    String replaces(String code) {
        return in("remplace le certificat ", "replaces certificate ") + code;
    }

    String signed() {
        return in("L'attestation signée, lisible par machine, est jointe à ce document.",
                "The signed, machine-readable credential is attached to this document.");
    }

    String verify() {
        return in("Vérifier ce certificat", "Verify this certificate");
    }

    String qrAlternative(String address) {
        return in("Code QR vers la page de vérification : ", "QR code of the verification page: ") + address;
    }

    String radarAlternative() {
        return in("Graphique des niveaux des seize compétences ; les valeurs sont dans le tableau de la page 2.",
                "Chart of the levels of the sixteen competences; the values are in the table on page 2.");
    }

    String detailTitle() {
        return in("Seize compétences, huit niveaux", "Sixteen competences, eight levels");
    }

    String competence() {
        return in("Compétence", "Competence");
    }

    String level() {
        return in("Niveau", "Level");
    }

    String notCertified() {
        return in("non certifié", "not certified");
    }

    String reading() {
        return in("1-2 Novice : des gestes simples, avec de l'aide. 3-4 Indépendant : les tâches courantes, sans aide. "
                        + "5-6 Avancé : des situations nouvelles, en aidant les autres. 7-8 Expert : des situations complexes, "
                        + "en trouvant ses propres solutions.",
                "1-2 Novice: simple actions, with help. 3-4 Independent: everyday tasks, without help. 5-6 Advanced: new "
                        + "situations, helping others. 7-8 Expert: complex situations, finding solutions of one's own.");
    }

    String date(LocalDate date) {
        return switch (language) {
            case FR -> (date.getDayOfMonth() == 1 ? "1er " : date.getDayOfMonth() + " ")
                    + DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH).format(date);
            case EN -> DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(date);
        };
    }

    /** As printers set it. */
    String of(Text text) {
        return text.in(language).replace('\'', '’');
    }

    private String in(String fr, String en) {
        return of(new Text(fr, en));
    }
}
