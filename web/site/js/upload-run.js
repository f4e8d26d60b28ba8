/**
 * One file on its way: an address is asked for, the file is put there as it is, and the server tells how far it has
 * read. Rejects with Problem or Unreachable before the file has arrived; afterwards it is patient.
 */
import { api, Problem, Unreachable } from './api.js';

const EVERY_MS = 1000;
const LARGEST = 50_000_000;
const SET_BY_BROWSERS = ['content-length', 'host'];

/** What can be told of a file before it is sent: "empty", "tooLarge" or undefined. */
export const fileFault = (file) => (file.size === 0 ? 'empty' : file.size > LARGEST ? 'tooLarge' : undefined);

/** @param onSent called with the share that has been sent */
export async function send(organisationId, file, mode, onSent) {
  const { uploadId, url, method, headers } = await api.createUpload(organisationId, { fileName: file.name.slice(0, 200), bytes: file.size, mode });
  await put(url, method, headers, file, onSent);
  return uploadId;
}

/** fetch tells nothing of how far a body has been sent. */
const put = (url, method, headers, file, onSent) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open(method, url);
  Object.entries(headers).filter(([name]) => !SET_BY_BROWSERS.includes(name.toLowerCase()))
    .forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.addEventListener('progress', (event) => event.lengthComputable && onSent(event.loaded / event.total));
  request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(new Unreachable(`HTTP ${request.status}`))));
  for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => reject(new Unreachable('no reply')));
  request.send(file);
});

const finished = ({ state }) => state === 'done' || state === 'refused';
const pause = () => new Promise((resolve) => { setTimeout(resolve, EVERY_MS); });

/**
 * Asks until the file is read, and resolves to what was found.
 *
 * @param onStep called with each answer; false from it ends the asking
 */
export async function follow(organisationId, uploadId, onStep) {
  for (;;) {
    try {
      const upload = await api.upload(organisationId, uploadId);
      if (onStep(upload) === false || finished(upload)) return upload;
    } catch (error) {
      if (error instanceof Problem) throw error; // Without an answer there will be one later: the reading goes on.
    }
    await pause();
  }
}
