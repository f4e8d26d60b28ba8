/**
 * Reads the files schools have, whatever wrote them: which format, which encoding and which separator is found out from
 * what is in them. Every row is judged on its own, so that a file is mended once and not once a row. Nothing but
 * fingerprints of identifiers and the names of classes is kept while reading.
 */
package pix.functions.enrolment.file;
