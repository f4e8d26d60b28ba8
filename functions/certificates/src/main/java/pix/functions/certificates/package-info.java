/**
 * Certificates over HTTP and on schedule: a sweep issues them, holders see, download and share them, anyone verifies
 * them, the operator revokes and corrects them, and schools read the results of their students.
 *
 * <p>The credential is an Open Badge 3.0 on Verifiable Credentials 2.0, signed ES256 ({@link
 * pix.functions.certificates.OpenBadge}); the document to hang on a wall is in {@link pix.functions.certificates.pdf}.
 */
package pix.functions.certificates;
