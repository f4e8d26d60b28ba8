/** The issuer's private key, which never leaves AWS KMS. */
package pix.signing;
