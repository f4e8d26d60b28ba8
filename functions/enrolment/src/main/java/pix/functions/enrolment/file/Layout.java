package pix.functions.enrolment.file;

import static pix.functions.enrolment.file.Field.BIRTH_DATE;
import static pix.functions.enrolment.file.Field.CLASS;
import static pix.functions.enrolment.file.Field.EMAIL;
import static pix.functions.enrolment.file.Field.EXTERNAL_ID;
import static pix.functions.enrolment.file.Field.FAMILY_NAME;
import static pix.functions.enrolment.file.Field.FIRST_NAME;
import static pix.functions.enrolment.file.Field.INE;
import static pix.functions.enrolment.file.Field.SECOND_NAME;
import static pix.functions.enrolment.file.Field.THIRD_NAME;
import static pix.functions.enrolment.file.Field.USED_NAME;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pix.enrolment.FileFormat;

/**
 * What a format calls the things that are kept, what it must have, and whom it is for.
 *
 * @param spellings of each field, the usual one first; matched without accents, capitals, spaces and what stands in brackets
 * @param passedOver columns that belong to the format and are not needed
 * @param namesClasses a student without a class is worth a word
 * @param youngest in years, like {@code oldest}: who may be in such a school, with room for the unusual
 */
record Layout(FileFormat format, Map<Field, List<String>> spellings, Set<Field> required, List<String> passedOver,
        boolean namesClasses, int youngest, int oldest) {

    static final Layout SIECLE = new Layout(FileFormat.SIECLE,
            spellings(List.of(EXTERNAL_ID, INE, FAMILY_NAME, USED_NAME, FIRST_NAME, SECOND_NAME, THIRD_NAME, BIRTH_DATE, CLASS),
                    "ELEVE_ID", "ID_NATIONAL", "NOM_DE_FAMILLE", "NOM_USAGE", "PRENOM", "PRENOM2", "PRENOM3", "DATE_NAISS",
                    "CODE_STRUCTURE"),
            Set.of(EXTERNAL_ID, FAMILY_NAME, FIRST_NAME, BIRTH_DATE), List.of(), true, 8, 80);

    static final Layout ONEROSTER = new Layout(FileFormat.ONEROSTER,
            spellings(List.of(EXTERNAL_ID, INE, FAMILY_NAME, FIRST_NAME, SECOND_NAME, BIRTH_DATE, CLASS, EMAIL),
                    "sourcedId", "userIds", "familyName", "givenName", "middleName", "birthDate", "title", "email"),
            Set.of(EXTERNAL_ID, FAMILY_NAME, FIRST_NAME, BIRTH_DATE), List.of(), true, 2, 110);

    private static final Layout SCHOOL = new Layout(FileFormat.SCHOOL_CSV,
            spellings(List.of(EXTERNAL_ID, FIRST_NAME, SECOND_NAME, THIRD_NAME, FAMILY_NAME, USED_NAME, BIRTH_DATE, CLASS),
                    "Identifiant unique", "Premier prénom", "Deuxième prénom", "Troisième prénom", "Nom de famille",
                    "Nom d'usage", "Date de naissance", "Division"),
            Set.of(EXTERNAL_ID, FIRST_NAME, FAMILY_NAME, BIRTH_DATE, CLASS),
            List.of("Sexe", "Code commune naissance", "Libellé commune naissance", "Code département naissance",
                    "Code pays naissance", "Statut", "Code MEF"),
            true, 8, 80);

    private static final Layout HIGHER_EDUCATION = new Layout(FileFormat.HIGHER_EDUCATION_CSV,
            spellings(List.of(FIRST_NAME, SECOND_NAME, THIRD_NAME, FAMILY_NAME, USED_NAME, BIRTH_DATE, EMAIL, EXTERNAL_ID, CLASS),
                    "Premier prénom", "Deuxième prénom", "Troisième prénom", "Nom de famille", "Nom d'usage",
                    "Date de naissance", "Email", "Numéro étudiant", "Groupe"),
            Set.of(FIRST_NAME, FAMILY_NAME, BIRTH_DATE, EXTERNAL_ID),
            List.of("Composante", "Équipe pédagogique", "Diplôme", "Régime"), false, 14, 110);

    private static final Layout ONDE = new Layout(FileFormat.ONDE,
            spellings(List.of(FAMILY_NAME, USED_NAME, FIRST_NAME, BIRTH_DATE, INE, CLASS),
                    "Nom élève|Nom|Nom de famille|Nom de famille élève", "Nom d'usage élève|Nom d'usage",
                    "Prénom élève|Prénom|Prénoms élève|Prénoms",
                    "Date naissance|Date de naissance|Date naissance élève|Date de naissance élève|Né le", "INE|INE élève",
                    "Libellé classe|Classe"),
            Set.of(FAMILY_NAME, FIRST_NAME, BIRTH_DATE),
            List.of("Sexe", "Adresse1", "Cp1", "Commune1", "Pays1", "Adresse2", "Cp2", "Commune2", "Pays2", "Cycle", "Niveau",
                    "Identifiant classe", "Attestation fournie", "Autorisation associations", "Autorisation photo",
                    "Décision de passage"),
            true, 2, 18);

    private static final Layout SIMPLE = new Layout(FileFormat.SIMPLE_CSV,
            spellings(List.of(INE, FAMILY_NAME, FIRST_NAME, BIRTH_DATE, CLASS, EMAIL),
                    "ine", "familyName|Nom|Nom de famille", "givenName|Prénom|Prénoms", "birthDate|Date de naissance|Date naissance",
                    "class|Classe", "email|Courriel|Adresse e-mail|Mail"),
            Set.of(FAMILY_NAME, FIRST_NAME, BIRTH_DATE), List.of(), false, 2, 110);

    /** The formats that are one table, the most telling first. */
    static final List<Layout> TABLES = List.of(SCHOOL, HIGHER_EDUCATION, SIMPLE, ONDE);

    private static Map<Field, List<String>> spellings(List<Field> fields, String... spellings) {
        Map<Field, List<String>> byField = new EnumMap<>(Field.class);
        for (int i = 0; i < spellings.length; i++) byField.put(fields.get(i), List.of(spellings[i].split("\\|")));
        return byField;
    }

    /** What the format usually calls a field. */
    String usual(Field field) {
        return spellings.get(field).getFirst();
    }

    Map<String, Field> byFolded() {
        Map<String, Field> fields = new HashMap<>();
        spellings.forEach((field, names) -> names.forEach(name -> fields.put(folded(name), field)));
        return fields;
    }

    List<String> passedOverFolded() {
        List<String> folded = new ArrayList<>();
        passedOver.forEach(name -> folded.add(folded(name)));
        return folded;
    }

    static String folded(String header) {
        return Tidy.folded(header.replaceAll("\\([^)]*\\)", ""));
    }
}
