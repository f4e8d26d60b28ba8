/**
 * A school brings its students: it uploads the file it already has, every row is read and judged, and the roster becomes
 * what the file says. Reading the same file again changes nothing. Students then claim their place in the roster, when
 * they open an account or later: by the code the school handed out, by their national student id, or by asking the school.
 */
package pix.enrolment;
