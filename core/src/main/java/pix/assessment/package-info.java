/**
 * An assessment: one person is asked one question at a time until enough is known. Each answer appends one turn, which
 * holds all that the next step needs: the answer, what is known after it, and the question asked next. Turns are never
 * changed, so a crash, a retry or a second device can only find the assessment where it really is.
 */
package pix.assessment;
