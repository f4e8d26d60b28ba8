/**
 * Schools, universities, services and certification centres, and the people who act for them. What somebody may do
 * follows from a membership that is looked up at every request, never from their token.
 */
package pix.organisation;
