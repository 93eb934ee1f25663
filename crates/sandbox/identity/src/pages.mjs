// The pages of the sign-in as HTML.
import { html, trusted } from './html.mjs';
import { TEXTS } from './texts.mjs';
import { WAYS } from './ways.mjs';

function page(t, title, content) {
  return html`<!doctype html>
<html lang="${t.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t.band}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">${t.skip}</a>
<header><p class="band"><strong>${t.band}</strong> ${t.band_more}</p></header>
<main id="main" tabindex="-1">
${content}
</main>
</body>
</html>`.toString();
}

const cancel = (t, base) =>
  html`<form method="post" action="${base}/cancel"><button class="plain" type="submit">${t.cancel}</button></form>`;

const alert = (t, words) =>
  words && html`<div class="notice" role="alert"><strong>${t.mistake}</strong><p id="mistake">${words}</p></div>`;

/** Step 1. `missing`: the form was sent without a person. */
export function peoplePage(language, base, people, chosen, missing) {
  const t = TEXTS[language];
  const row = ({ id, name, summary, summary_en: english }) => html`
<label class="choice">
<input type="radio" name="person" value="${id}" ${id === chosen && trusted('checked')} required>
<span><strong>${name}</strong><span class="hint">${language === 'en' ? english : summary}</span></span>
</label>`;
  return page(
    t,
    t.people_title,
    html`<p class="step">${t.people_step}</p>
<h1>${t.people_title}</h1>
<p>${t.people_lead}</p>
${missing && alert(t, t.person_missing)}
<form method="post" action="${base}" id="people">
<fieldset><legend>${t.people_legend}</legend>
${people.map(row)}
</fieldset>
</form>
<div class="bar floating"><button type="submit" form="people">${t.go_on}</button>${cancel(t, base)}</div>`,
  );
}

/** Step 2: the four ways, each as large as the others. */
export function waysPage(language, base, person) {
  const t = TEXTS[language];
  const way = (name) => html`
<li><a class="way" href="${base}/way/${name}"><strong>${t[name]}</strong><span class="hint">${t[`${name}_short`]}</span></a></li>`;
  return page(
    t,
    t.ways_title,
    html`<p class="step">${t.ways_step}</p>
<h1>${t.ways_title}</h1>
<p>${t.signing_in_as} <strong>${person.name}</strong></p>
<p>${t.ways_lead}</p>
<ul class="ways">${WAYS.map(way)}</ul>
<p class="hint">${t.passed_on}</p>
<div class="bar"><a href="${base}">${t.another_person}</a>${cancel(t, base)}</div>`,
  );
}

/** The check of one way. `wrong`: what was wrong with `form`. */
export function checkPage(language, base, { person, codes }, way, wrong, form) {
  const t = TEXTS[language];
  const fields = { face, bank_card: bankCard, network_identity: networkIdentity, service_window: serviceWindow }[way];
  return page(
    t,
    t[way],
    html`<p class="step">${t.ways_step}</p>
<h1>${t[way]}</h1>
<p>${t.signing_in_as} <strong>${person.name}</strong></p>
<p>${t[`${way}_lead`]}</p>
${alert(t, wrong && t[wrong])}
<form method="post" action="${base}/way/${way}" id="check" novalidate>
${fields(t, codes, wrong, form)}
</form>
<div class="bar"><button type="submit" form="check">${way === 'face' ? t.face_do : t.verify}</button>
<a class="other" href="${base}/way">${t.another_way}</a>${cancel(t, base)}</div>`,
  );
}

// A field that the mistake is about refers to its words.
const about = (wrong, name) => wrong === name && trusted('aria-invalid="true" aria-describedby="mistake"');

function face(t, _codes, wrong) {
  return html`<label class="choice"><input type="checkbox" name="consent" value="yes" ${about(wrong, 'consent_missing')}>
<span>${t.face_consent}</span></label>`;
}

function code(t, label, shown, value, wrong) {
  return html`<p class="shown">${shown} <strong>${value}</strong></p>
<label for="code">${label}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" ${about(wrong, 'code_wrong')}>`;
}

function bankCard(t, codes, wrong, form) {
  return html`<label for="card">${t.card}</label>
<input id="card" name="card" inputmode="numeric" autocomplete="off" maxlength="30" value="${form?.get('card')}" ${about(wrong, 'card_wrong')}>
${code(t, t.card_code, t.card_code_shown, codes.bank_card, wrong)}`;
}

function networkIdentity(t, codes, wrong) {
  return code(t, t.network_code, t.network_code_shown, codes.network_identity, wrong);
}

function serviceWindow(t, codes, wrong) {
  return code(t, t.window_code, t.window_code_shown, codes.service_window, wrong);
}

const plain = (title, lead) => (language) => {
  const t = TEXTS[language];
  return page(t, t[title], html`<h1>${t[title]}</h1><p>${t[lead]}</p>`);
};

export const expiredPage = plain('expired_title', 'expired_lead');
export const unavailablePage = plain('unavailable_title', 'unavailable_lead');
export const leftPage = plain('left_title', 'left_lead');

/** An authorization request that the provider refuses; `error` is OAuth's code. */
export function errorPage(language, error) {
  const t = TEXTS[language];
  const content = html`<h1>${t.error_title}</h1><p>${t.error_lead}</p><p class="hint">${t.error_code} ${error}</p>`;
  return page(t, t.error_title, content);
}

/** Signing out; `form` is the provider's own hidden form with the id op.logoutForm. */
export function leavePage(language, form) {
  const t = TEXTS[language];
  return page(
    t,
    t.leave_title,
    html`<h1>${t.leave_title}</h1><p>${t.leave_lead}</p>${trusted(form)}
<div class="bar"><button type="submit" form="op.logoutForm" name="logout" value="yes">${t.leave}</button>
<button class="plain" type="submit" form="op.logoutForm">${t.stay}</button></div>`,
  );
}
