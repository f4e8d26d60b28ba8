/**
 * How able a person is, and how sure we are of it. Ability is a vector of sixteen correlated competences; every answer
 * is about one of them and sharpens them all. What is known of a person is the prior that everybody shares plus
 * thirty-two numbers of their own; levels, scores and intervals are read off the posterior that the two make.
 *
 * <p>Everything here is a value: immutable, safe to share between threads, and computed with strict arithmetic, so that
 * the same answers give the same bits on every machine.
 */
package pix.ability;
