package pix.functions.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import pix.Language;
import pix.Text;
import pix.ability.Levels;
import pix.certificate.Authority;
import pix.certificate.CertifiedLevels;
import pix.certificate.CredentialWriter;
import pix.certificate.Holder;
import pix.certificate.Issue;
import pix.certificate.PublishedResult;
import pix.framework.Competence;
import pix.http.Json;

/**
 * Writes a certificate as an Open Badges 3.0 credential on the Verifiable Credentials 2.0 data model. It says what was
 * reached and by whom only as salted hashes: whoever knows the name can check it, nobody can read it. Thread-safe.
 */
final class OpenBadge implements CredentialWriter {
    private static final List<String> CONTEXT = List.of("https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    private static final int SALT_BYTES = 16;

    private static final Text NAME = new Text("Certification des compétences numériques", "Certification of digital skills");
    private static final Text DESCRIPTION = new Text(
            "Seize compétences numériques du cadre de référence (art. D. 121-1 du code de l'éducation), mesurées lors "
                    + "d'une épreuve surveillée. 8 pix par niveau et par compétence, 1024 au plus.",
            "Sixteen digital competences of the French reference framework (education code, art. D. 121-1), measured in "
                    + "a supervised test. 8 pix for each level of each competence, 1024 at most.");
    private static final Text CRITERIA = new Text(
            "La personne a passé une épreuve adaptative surveillée dans un centre de certification ; un jury a validé "
                    + "son résultat.",
            "The person sat a supervised adaptive test in a certification centre; a jury confirmed the result.");
    private static final Text TOTAL = new Text("Nombre de pix", "Number of pix");

    private final Authority authority;
    private final SecureRandom random;
    /** The same in every credential of a language, so it is written once. */
    private final Map<Language, RawValue> achievements = new EnumMap<>(Language.class);

    OpenBadge(Authority authority, SecureRandom random) {
        this.authority = authority;
        this.random = random;
        for (Language language : Language.values()) {
            achievements.put(language, new RawValue(Json.write(achievement(language))));
        }
    }

    @Override
    public byte[] write(PublishedResult result, Issue issue) {
        Language language = result.locale();
        ObjectNode credential = Json.object();
        credential.set("@context", Json.strings(CONTEXT));
        credential.put("id", "urn:uuid:" + UUID.randomUUID());
        credential.set("type", Json.strings(List.of("VerifiableCredential", "OpenBadgeCredential")));
        credential.put("name", NAME.in(language));
        credential.set("issuer", Json.object()
                .put("id", authority.did())
                .<ObjectNode>set("type", Json.strings(List.of("Profile")))
                .put("name", authority.name())
                .put("url", authority.address().toString()));
        credential.put("validFrom", issue.at().toString());
        issue.validUntil().ifPresent(until -> credential.put("validUntil", until.toString()));
        credential.set("credentialSubject", subject(result, language));
        String list = authority.statusListAddress(issue.statusEntry().list());
        credential.set("credentialStatus", Json.object()
                .put("id", list + "#" + issue.statusEntry().index())
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", String.valueOf(issue.statusEntry().index()))
                .put("statusListCredential", list));
        return Json.write(credential).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode subject(PublishedResult result, Language language) {
        Holder holder = result.holder();
        ObjectNode subject = Json.object();
        subject.set("type", Json.strings(List.of("AchievementSubject")));
        subject.putArray("identifier")
                .add(identity("name", holder.fullName()))
                .add(identity("ext:nameAndBirthDate", holder.fullName() + " " + holder.birthDate()));
        subject.putRawValue("achievement", achievements.get(language));
        subject.set("result", results(result.levels()));
        return subject;
    }

    /** {@code sha256$} and the hash, in hexadecimal, of the identity and the salt behind it. */
    private ObjectNode identity(String type, String identity) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        return Json.object()
                .put("type", "IdentityObject")
                .put("hashed", true)
                .put("identityHash", "sha256$" + sha256(identity + salt))
                .put("identityType", type)
                .put("salt", salt);
    }

    private ObjectNode achievement(Language language) {
        ObjectNode achievement = Json.object().put("id", authority.at("/framework#certification"));
        achievement.set("type", Json.strings(List.of("Achievement")));
        achievement.put("inLanguage", language.tag())
                .put("name", NAME.in(language))
                .put("description", DESCRIPTION.in(language));
        achievement.putObject("criteria").put("narrative", CRITERIA.in(language));
        achievement.put("achievementType", "Certification");
        achievement.set("alignment", competences(c -> Json.object()
                .<ObjectNode>set("type", Json.strings(List.of("Alignment")))
                .put("targetName", c.title().in(language))
                .put("targetUrl", authority.at("/framework#" + c.code()))
                .put("targetCode", c.code())
                .put("targetFramework", "CRCN")));
        achievement.set("resultDescription", competences(c -> levelDescription(c, language))
                .insert(0, Json.object()
                        .put("id", totalId())
                        .<ObjectNode>set("type", Json.strings(List.of("ResultDescription")))
                        .put("name", TOTAL.in(language))
                        .put("resultType", "RawScore")
                        .put("valueMin", "0")
                        .put("valueMax", "1024")));
        return achievement;
    }

    private ObjectNode levelDescription(Competence competence, Language language) {
        return Json.object()
                .put("id", levelId(competence))
                .<ObjectNode>set("type", Json.strings(List.of("ResultDescription")))
                .put("name", competence.title().in(language))
                .put("resultType", "PerformanceLevel")
                .set("allowedValue", Json.strings(
                        IntStream.rangeClosed(0, Levels.HIGHEST).mapToObj(String::valueOf).toList()));
    }

    private JsonNode results(CertifiedLevels levels) {
        return competences(c -> result(levelId(c), levels.level(c))).insert(0, result(totalId(), levels.totalPix()));
    }

    private static ObjectNode result(String description, int value) {
        return Json.object()
                .<ObjectNode>set("type", Json.strings(List.of("Result")))
                .put("resultDescription", description)
                .put("value", String.valueOf(value));
    }

    private String totalId() {
        return authority.at("/framework#pix");
    }

    private String levelId(Competence competence) {
        return authority.at("/framework#level-" + competence.code());
    }

    private static ArrayNode competences(Function<Competence, JsonNode> json) {
        return Json.array(Arrays.asList(Competence.values()), json);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
