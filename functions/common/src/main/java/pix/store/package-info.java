/**
 * State in DynamoDB: one repository an aggregate, keys and costs as in {@code docs/access-patterns.md}. Conditions are
 * written out where they matter; losing one is an outcome, not an error.
 */
package pix.store;
