/** The handlers of enrolment: a school's file comes in, its roster and its claim codes come out. */
package pix.functions.enrolment;
