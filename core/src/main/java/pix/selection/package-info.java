/**
 * Which question comes next, and when it is enough. The next question is the one expected to make the profile surest,
 * among those that an ordered list of small rules allows; a form says what is measured, how long and how exactly.
 *
 * <p>Nothing here remembers anything: the question follows from the ability, the questions already asked and a seed, so
 * that asking again gives the same one.
 */
package pix.selection;
