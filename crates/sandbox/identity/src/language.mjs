// Which language a page speaks: Chinese, unless the client or the browser prefers English.

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} [wanted] `ui_locales` of the authorization request
 * @returns {'zh' | 'en'}
 */
export function languageOf(request, wanted = '') {
  const preferences = `${wanted} ${(request.headers['accept-language'] || '').replaceAll(',', ' ')}`.trim().split(/\s+/);
  const known = preferences.map((one) => one.slice(0, 2).toLowerCase()).find((one) => one === 'zh' || one === 'en');
  return known === 'en' ? 'en' : 'zh';
}
