/** A code that a school hands out on paper: two groups of five letters and digits. */
import { t } from './i18n.js';
import { keep, keptValue } from './kept.js';

const KEY = 'pix.claimCode';
const LENGTH = 10;

/** The code of the address, after the sign # so that no server sees it; kept by this tab until it is used. */
export function offeredCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code) {
    keep(KEY, code);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return keptValue(KEY) ?? '';
}

export const forgetCode = () => keep(KEY, null);

/** What is wrong with how a code is written, or undefined. */
export const codeFault = (code) => (code.replace(/[\s-]/g, '').length === LENGTH ? undefined : t('claim.form'));
