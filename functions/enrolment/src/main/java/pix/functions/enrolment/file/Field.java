package pix.functions.enrolment.file;

/** What is kept of a student, whatever the file calls it. */
enum Field {
    EXTERNAL_ID, INE, FAMILY_NAME, USED_NAME, FIRST_NAME, SECOND_NAME, THIRD_NAME, BIRTH_DATE, CLASS, EMAIL
}
