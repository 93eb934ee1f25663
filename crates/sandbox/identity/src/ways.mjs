// The four ways of the real-name check, equal in rank (人脸识别技术应用安全管理办法: face is never the only way, and who
// declines gets another reasonable and convenient one). Each says how its form is judged; null means passed.
import { randomInt } from 'node:crypto';

export const WAYS = ['face', 'bank_card', 'network_identity', 'service_window'];

export const acrOf = (way) => `urn:rongju:acr:${way}`;

/** The codes that the demonstration shows on the page instead of sending them. */
export function newCodes() {
  const code = () => String(randomInt(1_000_000)).padStart(6, '0');
  return { bank_card: code(), network_identity: code(), service_window: code() };
}

/**
 * @param {string} way
 * @param {URLSearchParams} form
 * @param {ReturnType<typeof newCodes>} codes
 * @returns {'consent_missing' | 'card_wrong' | 'code_wrong' | null} what is wrong, by its name in texts.mjs
 */
export function judge(way, form, codes) {
  if (way === 'face') return form.get('consent') === 'yes' ? null : 'consent_missing';
  if (way === 'bank_card' && !passesLuhn(form.get('card') || '')) return 'card_wrong';
  return digits(form.get('code') || '') === codes[way] ? null : 'code_wrong';
}

/** Whether `text` is a card number: 12 to 19 digits, spaces allowed, with the check digit of ISO/IEC 7812-1. */
export function passesLuhn(text) {
  const number = digits(text);
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** As typed on a phone: full-width digits and spaces are fine. */
function digits(text) {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}
