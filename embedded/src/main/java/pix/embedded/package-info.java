/**
 * DynamoDB in this process, with the tables of {@code template.yaml}: the store of the laptop and of the tests. Never
 * part of what is deployed: DynamoDB Local's licence does not allow it, and nothing there needs it.
 */
package pix.embedded;
