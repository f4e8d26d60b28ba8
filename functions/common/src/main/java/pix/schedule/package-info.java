/** The edge of functions that a schedule starts rather than a request. */
package pix.schedule;
