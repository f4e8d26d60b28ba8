/**
 * A certification session: a place and a time, candidates with a seat, an invigilator, an exam room, and at the end
 * results that a jury publishes. The server's clock decides; everything that happens is an event in the session's log;
 * machines show and count, people judge.
 */
package pix.session;
