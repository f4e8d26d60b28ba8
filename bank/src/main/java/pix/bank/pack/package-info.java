/**
 * The packed bank as the service loads it: {@code pix/bank/bank.pack}, whose beginning says in binary what selection needs
 * to know of every item, followed by the wordings as JSON. Loading reads the beginning only; the wordings are loaded when
 * the first is shown, and each is read when it is first shown itself. No expression is worked out here: templates come with the values of
 * their variants.
 */
package pix.bank.pack;
