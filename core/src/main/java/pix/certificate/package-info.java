/**
 * Certificates. A result that a jury published waits until it is due; a sweep issues it: one certificate a candidate
 * and session, however often and however many at once sweep. Its code, which nobody can guess, is drawn when the result
 * is published and is all that verifying takes. A certificate is never changed: a mistake is corrected by revoking it
 * and issuing another that names it. What can be corrected is whom it is about: names, birth date, birth place. Levels and
 * pix stay as the jury published them; a wrong result ends in a revocation, and a new one comes from a new session.
 */
package pix.certificate;
