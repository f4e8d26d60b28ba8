/**
 * The whole service in one JVM: an embedded store, an identity provider, and a gateway that reads {@code template.yaml}
 * and calls the very handlers that run on AWS, with the events API Gateway would send. For one laptop, for trying, for
 * tests; not for production.
 */
package pix.local;
