package pix.guide;

import pix.Text;

/** Who sets up the session a person sits. */
public enum Organiser {
    SCHOOL_HEAD("school-head", "Le chef ou la cheffe de votre établissement", "The head of your school"),
    INSTITUTION("institution", "Votre établissement d'enseignement supérieur", "Your higher-education institution"),
    EMPLOYER("employer", "Votre employeur", "Your employer"),
    CENTRE("centre", "Un centre de certification que vous choisissez", "A certification centre you choose");

    private final String code;
    private final Text description;

    Organiser(String code, String fr, String en) {
        this.code = code;
        this.description = new Text(fr, en);
    }

    public String code() {
        return code;
    }

    public Text description() {
        return description;
    }
}
