/** What the handlers stand on: the store, the clock, the identity provider. AWS in the cloud, embedded on a laptop. */
package pix.platform;
