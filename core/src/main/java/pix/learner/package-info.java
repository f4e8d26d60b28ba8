/**
 * The person who learns: the account that says who they are, kept apart from the profile that says what they can do.
 * Erasing a person removes the account and the profile; answers stay, tied to an identifier that no longer means anyone.
 */
package pix.learner;
