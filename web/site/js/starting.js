/** Starting an assessment, or going on with the open one of that kind, from any page. */
import { api } from './api.js';

export const testAddress = (assessmentId) => `/test.html?${new URLSearchParams({ assessment: assessmentId })}`;

/** @param assessment {kind: "placement"} or {kind: "competence", competence: "1.1"} */
export async function startTest(assessment) {
  const { assessmentId } = await api.start(assessment);
  location.assign(testAddress(assessmentId));
}
