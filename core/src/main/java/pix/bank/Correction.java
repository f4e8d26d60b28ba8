package pix.bank;

/**
 * What a person learns after answering, in the small Markdown of the bank.
 *
 * @param solution the right answer as that person saw it or could have typed it
 * @param explanation why it is right
 * @param learnMore one thing to try next
 */
public record Correction(String solution, String explanation, String learnMore) {}
