/**
 * The packed bank as the service loads it: {@code pix/bank/bank.json}, one JSON document whose first line says what
 * selection needs to know of every item, followed by the wordings, a line each. Loading reads the first line only; an
 * item's own line is read when it is first shown. No expression is worked out here: templates come with the values of
 * their variants.
 */
package pix.bank.pack;
