package pix.enrolment;

/** The files schools have. */
public enum FileFormat {
    SIECLE("siecle"),
    ONDE("onde"),
    SCHOOL_CSV("school-csv"),
    HIGHER_EDUCATION_CSV("higher-education-csv"),
    SIMPLE_CSV("simple-csv"),
    ONEROSTER("oneroster");

    private final String code;

    FileFormat(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
