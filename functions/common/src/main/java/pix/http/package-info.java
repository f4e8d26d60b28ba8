/**
 * The edge every handler shares: what API Gateway sends becomes a {@link pix.http.Request}, what a handler answers
 * becomes what API Gateway expects, and every refusal becomes a problem document (RFC 9457) in the caller's language.
 *
 * <p>A handler extends {@link pix.http.HttpHandler}, takes its use case by constructor, and translates both ways:
 * nothing else. Requests are read and answers are built field by field rather than bound to classes: the contract
 * stands where it is used, and a cold start pays for no reflection.
 */
package pix.http;
