/**
 * Paper for people to sign or cut out: A4 pages of lines and short texts, with names from everywhere. Carried only by the
 * functions that print, which bring PDFBox and the typefaces under {@code pix/print/fonts}.
 */
package pix.print;
