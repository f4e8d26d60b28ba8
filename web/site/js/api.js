/**
 * The HTTP contract. Every call resolves to the reply's JSON, or rejects with one of two errors: {@link Problem} (the
 * server said no, and why) or {@link Unreachable} (no reply, or an overloaded or broken server: worth sending again).
 */
import { device } from './device.js';
import { language } from './i18n.js';
import * as session from './session.js';

/** RFC 9457: type is a stable slug, title a sentence for the person, errors name faulty fields by JSON pointer. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.type = body.type ?? 'unknown';
    this.title = body.title;
    this.errors = body.errors ?? [];
    this.body = body;
  }
}

export class Unreachable extends Error {}

const PATIENCE_MS = 20_000;

/**
 * @param signed with the token
 * @param fromDevice says which device this is: an exam goes on only on the one the invigilator let in
 * @param parting lets the call outlive the page
 * @param file the media type of the file that the reply is
 */
async function exchange(method, path, { body, signed, fromDevice, parting, file }) {
  const headers = { Accept: file ? `${file}, application/problem+json` : 'application/json', 'Accept-Language': language };
  if (fromDevice && device()) headers['pix-device'] = device();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (signed && session.accessToken()) headers.Authorization = `Bearer ${session.accessToken()}`;
  let reply;
  try {
    reply = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive: Boolean(parting),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new Unreachable('no reply', { cause });
  }
  if (reply.status >= 500) throw new Unreachable(`HTTP ${reply.status}`);
  let json;
  try {
    if (file && reply.ok) return await reply.blob();
    const text = await reply.text();
    json = text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new Unreachable('cut or unreadable reply', { cause });
  }
  if (!reply.ok) throw new Problem(reply.status, json ?? {});
  serverClock.set(reply.headers.get('Date'));
  return json;
}

/** How far this device's clock is from the server's, so that a countdown does not trust the former. */
export const serverClock = {
  offset: 0,
  set(header) {
    const sent = Date.parse(header ?? '');
    // The header counts whole seconds: differences below two are noise.
    if (!Number.isNaN(sent)) this.offset = Math.abs(sent - Date.now()) < 2000 ? 0 : sent - Date.now();
  },
  now() {
    return Date.now() + this.offset;
  },
};

let refreshing = null;

/** One refresh at a time, however many calls found their token expired. */
function refresh() {
  refreshing ??= exchange('POST', '/tokens/refresh', { body: { refreshToken: session.refreshToken() } })
    .then(session.keep)
    .finally(() => { refreshing = null; });
  return refreshing;
}

/** A wrong password typed to confirm something is a 401 too, and no reason to sign in again. */
const tokenRefused = (error) => error instanceof Problem && error.status === 401 && error.type !== 'bad-credentials';

/** Whether there is a new token; false where the session is over. */
async function renewed() {
  try {
    await refresh();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function signed(method, path, body, options) {
  const call = () => exchange(method, path, { ...options, body, signed: true });
  try {
    return await call();
  } catch (error) {
    if (!tokenRefused(error)) throw error;
    if (session.refreshToken() && (await renewed())) {
      try {
        return await call();
      } catch (second) {
        if (!tokenRefused(second)) throw second;
      }
    }
    const address = session.signInAddress('ended');
    session.forget();
    location.assign(address);
    return new Promise(() => {}); // The page is being left.
  }
}

const open = (method, path, body) => exchange(method, path, { body });
const query = (values) => new URLSearchParams(Object.entries(values).filter(([, v]) => v !== undefined)).toString();
const id = encodeURIComponent;
const fromDevice = { fromDevice: true };
const PDF = { file: 'application/pdf' };
const CSV = { file: 'text/csv' };
const school = (organisationId, what) => `/organisations/${id(organisationId)}/${what}`;
const candidate = (sessionId, learnerId) => `/sessions/${id(sessionId)}/candidates/${id(learnerId)}`;

export const api = {
  framework: () => open('GET', '/framework'),
  guide: () => open('GET', '/guide'),
  advice: (situation) => open('GET', `/guide/advice?${query(situation)}`),

  register: (account) => open('POST', '/accounts', account),
  /** @param code of the second factor, after a {@link Problem} `code-required` */
  async signIn(username, password, code) {
    session.keep(await open('POST', '/tokens', { username, password, code }));
  },

  me: () => signed('GET', '/me'),
  changeMe: (changes) => signed('PATCH', '/me', changes),
  deleteMe: (password) => signed('DELETE', '/me', { password }),
  secondFactor: () => signed('GET', '/me/second-factor'),
  beginSecondFactor: (password) => signed('POST', '/me/second-factor', { password }),
  confirmSecondFactor: (password, code) => signed('POST', '/me/second-factor/confirmation', { password, code }),
  removeSecondFactor: (password, code) => signed('DELETE', '/me/second-factor', { password, code }),
  exportMe: () => signed('GET', '/me/export'),
  profile: () => signed('GET', '/me/profile'),

  start: (assessment) => signed('POST', '/assessments', { ...assessment, locale: language }, fromDevice),
  assessment: (assessmentId) => signed('GET', `/assessments/${id(assessmentId)}`),
  question: (assessmentId) => signed('GET', `/assessments/${id(assessmentId)}/question`, undefined, fromDevice),
  answer: (assessmentId, answer) => signed('POST', `/assessments/${id(assessmentId)}/answers`, answer, fromDevice),
  signal: (assessmentId, signal) => signed('POST', `/assessments/${id(assessmentId)}/signals`, signal, { parting: true }),
  corrections: (assessmentId) => signed('GET', `/assessments/${id(assessmentId)}/corrections`),
  report: (assessmentId, problem) => signed('POST', `/assessments/${id(assessmentId)}/alerts`, problem, fromDevice),

  findSessions: (search) => open('GET', `/sessions?${query(search)}`),
  bookings: () => signed('GET', '/me/bookings'),
  book: (sessionId) => signed('POST', `/sessions/${id(sessionId)}/bookings`, {}),
  cancelBooking: (sessionId) => signed('DELETE', `/sessions/${id(sessionId)}/bookings/me`),
  appeal: (sessionId, text) => signed('POST', `/sessions/${id(sessionId)}/bookings/me/appeal`, { text }),
  entry: (sessionId) => signed('GET', `/sessions/${id(sessionId)}/entry`, undefined, fromDevice),
  enter: (sessionId, accessCode) => signed('POST', `/sessions/${id(sessionId)}/entry`, { accessCode }, fromDevice),

  memberships: () => signed('GET', '/me/memberships'),
  organisation: (organisationId) => signed('GET', `/organisations/${id(organisationId)}`),
  staff: (organisationId) => signed('GET', `/organisations/${id(organisationId)}/staff`),
  appoint: (organisationId, member) => signed('POST', `/organisations/${id(organisationId)}/staff`, member),
  dismiss: (organisationId, learnerId) => signed('DELETE', `/organisations/${id(organisationId)}/staff/${id(learnerId)}`),

  sessions: (organisationId, cursor) => signed('GET', `/organisations/${id(organisationId)}/sessions?${query({ cursor })}`),
  plan: (organisationId, session) => signed('POST', `/organisations/${id(organisationId)}/sessions`, session),
  session: (sessionId) => signed('GET', `/sessions/${id(sessionId)}`),
  changeSession: (sessionId, changes) => signed('PATCH', `/sessions/${id(sessionId)}`, changes),
  cancelSession: (sessionId, reason) => signed('POST', `/sessions/${id(sessionId)}/cancellation`, { reason }),
  enrol: (sessionId, students) => signed('POST', `/sessions/${id(sessionId)}/candidates`, students),
  attendanceSheet: (sessionId) => signed('GET', `/sessions/${id(sessionId)}/attendance-sheet.pdf`, undefined, PDF),

  board: (sessionId) => signed('GET', `/sessions/${id(sessionId)}/candidates`),
  openSession: (sessionId) => signed('POST', `/sessions/${id(sessionId)}/opening`, {}),
  admit: (sessionId, learnerId) => signed('POST', `${candidate(sessionId, learnerId)}/admission`, {}),
  pause: (sessionId, learnerId) => signed('POST', `${candidate(sessionId, learnerId)}/pause`, {}),
  resume: (sessionId, learnerId) => signed('DELETE', `${candidate(sessionId, learnerId)}/pause`),
  giveMinutes: (sessionId, grant) => signed('POST', `/sessions/${id(sessionId)}/minutes`, grant),
  decide: (sessionId, learnerId, n, decision) => signed('POST', `${candidate(sessionId, learnerId)}/alerts/${n}/decision`, { decision }),
  changeCandidate: (sessionId, learnerId, changes) => signed('PATCH', candidate(sessionId, learnerId), changes),
  removeCandidate: (sessionId, learnerId) => signed('DELETE', candidate(sessionId, learnerId)),
  log: (sessionId, cursor) => signed('GET', `/sessions/${id(sessionId)}/log?${query({ cursor })}`),
  finalise: (sessionId, report) => signed('POST', `/sessions/${id(sessionId)}/finalisation`, report),

  organisations: (search) => signed('GET', `/organisations?${query(search)}`),
  createOrganisation: (organisation) => signed('POST', '/organisations', organisation),
  sessionsToReview: (state, cursor) => signed('GET', `/sessions?${query({ state, cursor })}`),
  jury: (sessionId) => signed('GET', `/sessions/${id(sessionId)}/jury`),
  calibrations: () => signed('GET', '/calibrations'),
  activateCalibration: (version) => signed('POST', `/calibrations/${id(version)}/activation`),
  publish: (sessionId, decisions) => signed('POST', `/sessions/${id(sessionId)}/publication`, { decisions }),

  uploads: (organisationId) => signed('GET', school(organisationId, 'uploads')),
  createUpload: (organisationId, upload) => signed('POST', school(organisationId, 'uploads'), upload),
  upload: (organisationId, uploadId) => signed('GET', school(organisationId, `uploads/${id(uploadId)}`)),
  departures: (organisationId, uploadId, cursor) => signed('GET', school(organisationId, `uploads/${id(uploadId)}/departures?${query({ cursor })}`)),
  confirmDepartures: (organisationId, uploadId, whom) => signed('POST', school(organisationId, `uploads/${id(uploadId)}/departures`), whom),
  classes: (organisationId) => signed('GET', school(organisationId, 'classes')),
  students: (organisationId, search) => signed('GET', school(organisationId, `students?${query(search)}`)),
  changeStudent: (organisationId, studentId, change) => signed('PATCH', school(organisationId, `students/${id(studentId)}`), change),
  removeStudent: (organisationId, studentId) => signed('DELETE', school(organisationId, `students/${id(studentId)}`)),
  placeRequests: (organisationId) => signed('GET', school(organisationId, 'place-requests')),
  decidePlaceRequest: (organisationId, requestId, decision) => signed('POST', school(organisationId, `place-requests/${id(requestId)}/decision`), { decision }),
  renewClaimCode: (organisationId, studentId) => signed('POST', school(organisationId, `students/${id(studentId)}/claim-code`), {}),
  claimCodesPdf: (organisationId, search) => signed('GET', school(organisationId, `students/claim-codes?${query(search)}`), undefined, PDF),
  claimCodesCsv: (organisationId, search) => signed('GET', school(organisationId, `students/claim-codes?${query(search)}`), undefined, CSV),
  overview: (organisationId, search) => signed('GET', school(organisationId, `overview?${query(search)}`)),
  results: (organisationId, search) => signed('GET', school(organisationId, `results?${query(search)}`)),
  resultsCsv: (organisationId, search) => signed('GET', school(organisationId, `results?${query(search)}`), undefined, CSV),

  schools: () => signed('GET', '/me/schools'),
  claimSchool: (claimCode) => signed('POST', '/me/schools', { claimCode }),
  askForPlace: (request) => signed('POST', '/me/place-requests', request),
  leaveSchool: (organisationId) => signed('DELETE', `/me/schools/${id(organisationId)}`),
  audit: (search) => signed('GET', `/audit?${query(search)}`),

  certificates: () => signed('GET', '/me/certificates'),
  certificate: (certificateId) => signed('GET', `/certificates/${id(certificateId)}`),
  revokeCertificate: (certificateId, reason) => signed('POST', `/certificates/${id(certificateId)}/revocation`, { reason }),
  correctCertificate: (certificateId, correction) => signed('POST', `/certificates/${id(certificateId)}/correction`, correction),
  certificatePdf: (certificateId) => signed('GET', `/certificates/${id(certificateId)}.pdf`, undefined, PDF),
  credential: (certificateId) => signed('GET', `/certificates/${id(certificateId)}/credential`, undefined, { file: 'application/vc+jwt' }),
  showDetail: (certificateId, showDetail) => signed('PATCH', `/certificates/${id(certificateId)}`, { showDetail }),
  verify: (code) => open('GET', `/verification/${id(code)}`),
  verifyCredential: (credential) => open('POST', '/verification', { credential }),
};
