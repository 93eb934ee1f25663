// The way through the sign-in: choose a person, choose a way, pass its check; or cancel at any point.
import { DirectoryDown } from './directory.mjs';
import { languageOf } from './language.mjs';
import { checkPage, expiredPage, peoplePage, unavailablePage, waysPage } from './pages.mjs';
import { WAYS, acrOf, judge, newCodes } from './ways.mjs';

const KEPT_MS = 15 * 60 * 1000;
const FORM_LIMIT = 8 * 1024;

/** A form that is too large to be one of ours. */
class FormTooLarge extends Error {}

export function interactionRoutes(provider, directory) {
  // What was chosen so far, by interaction.
  const chosen = new Map();

  function choiceOf(uid) {
    const now = Date.now();
    for (const [old, { since }] of chosen) if (now - since > KEPT_MS) chosen.delete(old);
    if (!chosen.has(uid)) chosen.set(uid, { since: now, codes: newCodes(), person: undefined });
    return chosen.get(uid);
  }

  async function finish(request, response, details, result) {
    chosen.delete(details.uid);
    const next = await provider.interactionResult(request, response, result, { mergeWithLastSubmission: false });
    await forgetWhoWasHere(provider, details.session?.uid);
    redirect(response, next);
  }

  async function route(request, response, path) {
    const details = await provider.interactionDetails(request, response);
    const [, , uid, step, way] = path.split('/');
    if (details.uid !== uid) throw Object.assign(new Error('another interaction'), { name: 'SessionNotFound' });
    const language = languageOf(request, details.params.ui_locales);
    const choice = choiceOf(uid);
    const base = `/interaction/${uid}`;
    const form = request.method === 'POST' ? await readForm(request) : undefined;

    if (step === 'cancel' && form) {
      const result = { error: 'access_denied', error_description: 'cancelled by the person' };
      return finish(request, response, details, result);
    }
    if (!step) {
      const people = await directory.list();
      if (form && people.some((person) => person.id === form.get('person'))) {
        choice.person = people.find((person) => person.id === form.get('person'));
        return redirect(response, `${base}/way`);
      }
      return html(response, form ? 422 : 200, peoplePage(language, base, people, choice.person?.id, Boolean(form)));
    }
    if (!choice.person) return redirect(response, base);
    if (step === 'way' && !way) return html(response, 200, waysPage(language, base, choice.person));
    if (step === 'way' && WAYS.includes(way)) {
      const wrong = form && judge(way, form, choice.codes);
      if (form && !wrong) {
        const login = { accountId: choice.person.id, acr: acrOf(way), amr: [way], remember: false };
        return finish(request, response, details, { login });
      }
      return html(response, wrong ? 422 : 200, checkPage(language, base, choice, way, wrong, form));
    }
    return html(response, 404, expiredPage(language));
  }

  return async (request, response, path) => {
    response.setHeader('cache-control', 'no-store');
    try {
      await route(request, response, path);
    } catch (error) {
      const language = languageOf(request);
      if (error.name === 'SessionNotFound') html(response, 400, expiredPage(language));
      else if (error instanceof DirectoryDown) html(response, 503, unavailablePage(language));
      else if (error instanceof FormTooLarge) html(response, 413, expiredPage(language));
      else {
        console.error('identity:', error.name, error.message);
        html(response, 500, unavailablePage(language));
      }
    }
  };
}

/** Without this the provider would first sign out whoever signed in before with this browser, on a page in between. */
async function forgetWhoWasHere(provider, uid) {
  const session = uid && (await provider.Session.findByUid(uid));
  if (!session?.accountId) return;
  session.accountId = undefined;
  session.authorizations = undefined;
  await session.persist();
}

async function readForm(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > FORM_LIMIT) throw new FormTooLarge();
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function html(response, status, text) {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function redirect(response, address) {
  response.writeHead(303, { location: address }).end();
}
