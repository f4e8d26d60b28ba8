/** Who saw the results of whom: every look of staff at a named person's results leaves an entry, which names nobody. */
package pix.audit;
