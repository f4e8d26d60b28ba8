/** Accounts kept by Amazon Cognito. Carried only by the functions that open accounts and sign people in. */
package pix.identity;
