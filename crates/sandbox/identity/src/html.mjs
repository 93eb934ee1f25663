// HTML from templates: what is put in is escaped, unless it came out of `html` itself.

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function put(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(put).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
}

/** @returns {Markup} */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, part, index) => text + put(values[index - 1]) + part));
}

/** Takes `text` as it is: only for markup that the provider made. */
export const trusted = (text) => new Markup(text);
