/**
 * From what authors write to what the service asks: reads the files of the bank, draws the variants of every template,
 * checks everything a person could be shown, and packs what is sound. Runs when the product is built, never in it.
 *
 * <p>The path of an item: {@link pix.bank.build.Source} (a place in a file) → {@link pix.bank.build.ItemReader} (its
 * wording in one language) → {@link pix.bank.build.Vary} (candidates) → {@link pix.bank.build.ItemChecks} (each
 * candidate, as a person would see it) → {@link pix.bank.build.PackWriter}. Whatever is wrong on the way becomes a
 * {@link pix.bank.build.Problem} with file and line; nothing stops at the first.
 */
package pix.bank.build;
