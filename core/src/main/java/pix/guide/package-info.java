/**
 * "Choose your case": a few questions lead a newcomer to who must be certified, who organises it, what it replaces and
 * what happens afterwards.
 */
package pix.guide;
