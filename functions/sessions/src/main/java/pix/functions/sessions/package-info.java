/** The handlers of certification sessions: organisations and staff, seats, the exam room, the jury. */
package pix.functions.sessions;
