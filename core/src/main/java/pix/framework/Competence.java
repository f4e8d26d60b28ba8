package pix.framework;

import static pix.framework.Area.*;

import java.util.Arrays;
import java.util.Optional;
import pix.Text;

/** One of the sixteen competences. Its ordinal, 0 to 15, is the dimension of the ability vector that stands for it. */
public enum Competence {
    SEARCH(INFORMATION_AND_DATA, "1.1", "Mener une recherche et une veille d'information", "Search for and monitor information"),
    MANAGE_DATA(INFORMATION_AND_DATA, "1.2", "Gérer des données", "Manage data"),
    PROCESS_DATA(INFORMATION_AND_DATA, "1.3", "Traiter des données", "Process data"),
    INTERACT(COMMUNICATION_AND_COLLABORATION, "2.1", "Interagir", "Interact"),
    SHARE(COMMUNICATION_AND_COLLABORATION, "2.2", "Partager et publier", "Share and publish"),
    COLLABORATE(COMMUNICATION_AND_COLLABORATION, "2.3", "Collaborer", "Collaborate"),
    TAKE_PART(COMMUNICATION_AND_COLLABORATION, "2.4", "S'insérer dans le monde numérique", "Take part in the digital world"),
    TEXT_DOCUMENTS(CONTENT_CREATION, "3.1", "Développer des documents textuels", "Create text documents"),
    MULTIMEDIA(CONTENT_CREATION, "3.2", "Développer des documents multimédia", "Create multimedia documents"),
    ADAPT_DOCUMENTS(CONTENT_CREATION, "3.3", "Adapter les documents à leur finalité", "Adapt documents to their purpose"),
    PROGRAM(CONTENT_CREATION, "3.4", "Programmer", "Program"),
    SECURE(PROTECTION_AND_SECURITY, "4.1", "Sécuriser l'environnement numérique", "Secure the digital environment"),
    PRIVACY(PROTECTION_AND_SECURITY, "4.2", "Protéger les données personnelles et la vie privée", "Protect personal data and privacy"),
    WELL_BEING(PROTECTION_AND_SECURITY, "4.3", "Protéger la santé, le bien-être et l'environnement", "Protect health, well-being and the environment"),
    SOLVE_PROBLEMS(DIGITAL_ENVIRONMENT, "5.1", "Résoudre des problèmes techniques", "Solve technical problems"),
    FIND_ONES_WAY(DIGITAL_ENVIRONMENT, "5.2", "Évoluer dans un environnement numérique", "Find one's way in a digital environment");

    private final Area area;
    private final String code;
    private final Text name;

    Competence(Area area, String code, String fr, String en) {
        this.area = area;
        this.code = code;
        this.name = new Text(fr, en);
    }

    public Area area() {
        return area;
    }

    /** {@code "1.1"} to {@code "5.2"}. */
    public String code() {
        return code;
    }

    public Text title() {
        return name;
    }

    public static Optional<Competence> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
