/**
 * The certificate as a document: two landscape pages, PDF/A-3a and PDF/UA-1, French or English, with the credential
 * attached. Drawn and tagged by hand on PDFBox: a few milliseconds warm, and every mark on the page is either part of
 * the structure a screen reader follows or declared an artifact.
 */
package pix.functions.certificates.pdf;
