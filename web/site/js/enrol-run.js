/** Enrolling any number of students in a session, as many a call as the server takes, and saying exactly who is in. */
import { api } from './api.js';

const AT_ONCE = 45;

/**
 * Whoever cannot be enrolled is left out, and the others go on, until something concerns them all: no seats, no reply.
 *
 * @returns {{enrolled: object[], refused: {student: object, reason: string}[], waiting: object[], problem: Error?}}
 *     every student is in one of the lists; who waits may be sent again, enrolled twice is nobody
 */
export async function enrolAll(sessionId, students, extraTimePercent) {
  const told = { enrolled: [], refused: [], waiting: students, problem: null };
  while (told.waiting.length && !told.problem) {
    const some = told.waiting.slice(0, AT_ONCE);
    try {
      await api.enrol(sessionId, { students: some.map((s) => s.studentId), ...(extraTimePercent ? { extraTimePercent } : {}) });
      told.enrolled.push(...some);
      told.waiting = told.waiting.slice(some.length);
    } catch (error) {
      const reasons = new Map((error.body?.students ?? []).map(({ studentId, reason }) => [studentId, reason]));
      const refused = some.filter((s) => reasons.has(s.studentId));
      told.refused.push(...refused.map((student) => ({ student, reason: reasons.get(student.studentId) })));
      told.waiting = told.waiting.filter((s) => !reasons.has(s.studentId));
      if (!refused.length) told.problem = error;
    }
  }
  return told;
}
