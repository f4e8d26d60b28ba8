/**
 * The item bank: what a person can be asked, and how an answer is judged. An {@link pix.bank.Item} is put as a
 * {@link pix.bank.Question} drawn by a seed, so that the same seed gives the same question in every process and every
 * year; a {@link pix.bank.Response} to it is marked without any memory of what was shown. Nothing that leaves through a
 * question tells the answer.
 *
 * <p>How strictly an answer is read stands in three places: {@link pix.bank.TextMatch} for typed words and code,
 * {@link pix.bank.NumberKey} for numbers, and one class per {@link pix.bank.Kind} for the rest.
 */
package pix.bank;
