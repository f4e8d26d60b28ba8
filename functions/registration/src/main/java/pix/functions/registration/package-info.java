/**
 * The way in: the guide for newcomers, accounts, tokens, and what a person may see, change, take away and erase of
 * what is kept about them.
 */
package pix.functions.registration;
