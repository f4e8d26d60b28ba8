/** A short sound made by the browser itself (Web Audio). Browsers let a page be heard only after a click or a key. */
const KEY = 'pix.sound';
let audio = null;

export const wanted = () => {
  try { return localStorage.getItem(KEY) !== 'off'; } catch { return true; }
};

/** Whether a beep would be heard now. */
export const audible = () => wanted() && audio?.state === 'running';

/** Called from a click or a key, where sound may be switched on. */
export async function allowSound() {
  if (!globalThis.AudioContext) return;
  audio ??= new AudioContext();
  if (audio.state !== 'running') await audio.resume().catch(() => {});
}

export async function want(sound) {
  try { localStorage.setItem(KEY, sound ? 'on' : 'off'); } catch { /* Then it lasts as long as the page. */ }
  if (sound) await allowSound();
}

/** Plays the tones, in hertz, one after the other. */
export function beep(tones) {
  if (!audible()) return;
  tones.forEach((hertz, i) => {
    const start = audio.currentTime + i * 0.2;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
    tone.connect(gain).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.2);
  });
}
