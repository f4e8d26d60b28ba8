/** Reading aloud by the browser itself (Web Speech API). Nothing is sent anywhere by this site. */
const synthesis = globalThis.speechSynthesis;

/** Whether this browser has a voice at all. Some find theirs a moment after the page has loaded: see onVoices. */
export const canSpeak = () => Boolean(synthesis && globalThis.SpeechSynthesisUtterance && synthesis.getVoices().length > 0);

export const onVoices = (call) => synthesis?.addEventListener?.('voiceschanged', call);

/** Reads the sentences one after the other; ended is called when it is done or was stopped. */
export function speak(sentences, lang, ended) {
  synthesis.cancel();
  const said = sentences.filter((sentence) => sentence.trim() !== '');
  let left = said.length;
  for (const sentence of said) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = lang === 'fr' ? 'fr-FR' : 'en-GB';
    utterance.onend = utterance.onerror = () => { if (--left === 0) ended(); };
    synthesis.speak(utterance);
  }
}

export const silence = () => synthesis?.cancel();

// Some browsers go on reading after the page was left.
globalThis.addEventListener?.('pagehide', silence);
