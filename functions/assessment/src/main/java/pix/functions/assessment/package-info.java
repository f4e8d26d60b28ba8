/** Assessments over HTTP: start, be asked, answer, and see the profile that comes of it. */
package pix.functions.assessment;
