/**
 * Who saw the results of whom: every look of staff at a named person's results leaves an entry, which names nobody. So
 * does what a school says to an account that asks for a place in its roster, and whoever is appointed or dismissed there.
 */
package pix.audit;
