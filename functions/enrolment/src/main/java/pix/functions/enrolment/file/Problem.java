package pix.functions.enrolment.file;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pix.Text;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Reading.Refused;
import pix.enrolment.StudentFiles.Warning;

/**
 * Everything a reading may have to say, with the sentence that tells a school's office what to do. In a sentence {@code {}}
 * stands for the detail of a refusal, the subject of a warning, or the line a duplicate repeats.
 */
public enum Problem {
    // the whole file
    EMPTY("empty", "Ce fichier est vide.", "This file is empty."),
    NO_ROWS("no-rows", "Ce fichier a des en-têtes, mais aucun élève.", "This file has headers but no students."),
    TOO_LARGE("too-large", "Ce fichier dépasse {} Mo. Envoyez plusieurs fichiers plus petits.",
            "This file is over {} MB. Send several smaller files."),
    NOT_TEXT("not-text", "Ce n'est ni un fichier CSV, ni un fichier XML, ni une archive zip.",
            "This is neither a CSV file, nor an XML file, nor a zip archive."),
    UNREADABLE_ENCODING("unreadable-encoding", "Les lettres accentuées sont illisibles. Enregistrez le fichier en « CSV UTF-8 ».",
            "The accented letters cannot be read. Save the file as “CSV UTF-8”."),
    DAMAGED_ENCODING("damaged-encoding", "Le fichier est abîmé à partir de la ligne {}. Exportez-le de nouveau.",
            "The file is damaged from line {} on. Export it again."),
    UNKNOWN_FORMAT("unknown-format", "Les colonnes ne sont celles d'aucun format connu. La première ligne doit porter leurs noms.",
            "The columns are not those of any known format. The first line must hold their names."),
    MISSING_COLUMN("missing-column", "Il manque dans la première ligne : {}.", "Missing in the first line: {}."),
    TOO_MANY_COLUMNS("too-many-columns", "La ligne {} a plus de 500 colonnes.", "Line {} has more than 500 columns."),
    UNCLOSED_QUOTE("unclosed-quote", "Un guillemet est mal fermé dans l'élève de la ligne {}. Corrigez cette ligne.",
            "A quotation mark is not closed properly in the student of line {}. Mend that line."),
    SPREADSHEET("spreadsheet", "C'est un classeur de tableur. Dans le tableur : Enregistrer sous, « CSV UTF-8 ».",
            "This is a spreadsheet. In the spreadsheet program: Save as, “CSV UTF-8”."),
    BROKEN_ZIP("broken-zip", "Cette archive zip est incomplète ou abîmée. Téléchargez-la de nouveau depuis son logiciel d'origine.",
            "This zip archive is incomplete or damaged. Download it again from where it came from."),
    ENCRYPTED_ZIP("encrypted-zip", "Cette archive zip a un mot de passe. Envoyez-la sans mot de passe.",
            "This zip archive has a password. Send it without one."),
    ZIP_BOMB("zip-bomb", "Cette archive se déplie démesurément : elle n'est pas lue.",
            "This archive expands beyond measure: it is not read."),
    TOO_MANY_ENTRIES("too-many-entries", "Cette archive contient plus de {} fichiers.", "This archive holds more than {} files."),
    NESTED_ZIP("nested-zip", "Cette archive en contient une autre. Envoyez celle de l'intérieur.",
            "This archive holds another one. Send the inner one."),
    MISSING_FILE("missing-file", "Il manque dans l'archive : {}.", "Missing in the archive: {}."),
    FORBIDDEN_DTD("forbidden-dtd", "Ce fichier XML déclare un DOCTYPE ou des entités : il n'est pas lu.",
            "This XML file declares a DOCTYPE or entities: it is not read."),
    MALFORMED_XML("malformed-xml", "Le fichier XML est abîmé à la ligne {}. Exportez-le de nouveau.",
            "The XML file is damaged at line {}. Export it again."),
    OTHER_SCHOOL("other-school", "Ce fichier est celui d'un autre établissement : {}.", "This file is another school's: {}."),
    SCHOOL_NOT_NAMED("school-not-named", "Ce fichier ne dit pas de quel établissement il vient (UAJ).",
            "This file does not say which school it comes from (UAJ)."),

    // a row
    REQUIRED("required", "Cette valeur est obligatoire.", "This value is required."),
    NOT_A_DATE("not-a-date", "Ce n'est pas une date. Écrivez jj/mm/aaaa, par exemple 07/02/2011.",
            "This is not a date. Write dd/mm/yyyy, for example 07/02/2011."),
    NO_SUCH_DATE("no-such-date", "Cette date n'existe pas dans le calendrier.", "There is no such date in the calendar."),
    FUTURE_DATE("future-date", "Cette date de naissance est dans le futur.", "This date of birth is in the future."),
    IMPLAUSIBLE_AGE("implausible-age", "Cette date de naissance donne un âge improbable pour cet établissement.",
            "This date of birth gives an age that is unlikely for such a school."),
    MALFORMED_INE("malformed-ine", "Cet INE n'a pas la bonne forme : 11 caractères, par exemple 9 chiffres et 2 lettres.",
            "This INE is not well formed: 11 characters, for example 9 digits and 2 letters."),
    DIGIT_IN_NAME("digit-in-name", "Un nom n'a pas de chiffre.", "A name has no digits."),
    NOT_A_NAME("not-a-name", "Écrivez un nom avec au moins une lettre.", "Write a name with at least one letter."),
    CHARACTER_NOT_ALLOWED("character-not-allowed", "Un caractère de ce nom n'a pas sa place dans un nom.",
            "A character in this name does not belong in a name."),
    CONTROL_CHARACTER("control-character", "Cette valeur contient un caractère invisible. Ressaisissez-la.",
            "This value holds an invisible character. Type it anew."),
    LINE_BREAK("line-break", "Cette valeur est coupée par un retour à la ligne.", "This value is split by a line break."),
    GARBLED("garbled", "Les accents de cette valeur sont abîmés.", "The accents of this value are damaged."),
    TOO_LONG("too-long", "Cette valeur est trop longue.", "This value is too long."),
    TOO_MANY_VALUES("too-many-values", "Cette ligne a plus de valeurs que la première n'a de colonnes.",
            "This line has more values than the first one has columns."),
    MALFORMED_EMAIL("malformed-email", "Ce n'est pas une adresse de courriel.", "This is not an e-mail address."),
    DUPLICATE_STUDENT("duplicate-student", "Cet élève est déjà à la ligne {}.", "This student is already on line {}."),
    DUPLICATE_INE("duplicate-ine", "Cet INE est déjà à la ligne {}.", "This INE is already on line {}."),
    DUPLICATE_ID("duplicate-id", "Cet identifiant est déjà à la ligne {}.", "This identifier is already on line {}."),

    // passed over
    UNKNOWN_COLUMN("unknown-column", "La colonne « {} » n'est pas connue : elle n'est pas lue.",
            "The column “{}” is not known: it is not read."),
    REPEATED_COLUMN("repeated-column", "La colonne « {} » répète une autre : elle n'est pas lue.",
            "The column “{}” repeats another: it is not read."),
    NO_CLASS("no-class", "L'élève de la ligne {} n'a pas de classe.", "The student of line {} has no class."),
    MORE_WITHOUT_CLASS("more-without-class", "{} autres élèves n'ont pas de classe.", "{} more students have no class.");

    private static final Map<String, Problem> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Problem::code, Function.identity()));
    private static final Text OTHERWISE = new Text("Cette valeur n'est pas acceptée.", "This value is not accepted.");

    private final String code;
    private final Text sentence;

    Problem(String code, String fr, String en) {
        this.code = code;
        this.sentence = new Text(fr, en);
    }

    public String code() {
        return code;
    }

    public static Text sentence(RowFault fault) {
        return sentence(fault.code(), fault.suggestion().orElse(""));
    }

    public static Text sentence(Refused refused) {
        return sentence(refused.code(), refused.detail().orElse(""));
    }

    public static Text sentence(Warning warning) {
        return sentence(warning.code(), warning.subject());
    }

    private static Text sentence(String code, String subject) {
        Problem problem = BY_CODE.get(code);
        if (problem == null) return OTHERWISE;
        return new Text(problem.sentence.fr().replace("{}", subject), problem.sentence.en().replace("{}", subject));
    }
}
