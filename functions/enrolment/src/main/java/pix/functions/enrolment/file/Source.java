package pix.functions.enrolment.file;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that may be read from the start as often as one likes. */
interface Source {
    InputStream open() throws IOException;
}
