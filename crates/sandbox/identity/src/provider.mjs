// The provider itself: one client, code flow with PKCE, four levels of the real-name check, keys made at start.
import { generateKeyPairSync, randomBytes } from 'node:crypto';

import Provider, { interactionPolicy } from 'oidc-provider';

import { languageOf } from './language.mjs';
import { errorPage, leavePage, leftPage } from './pages.mjs';
import { WAYS, acrOf } from './ways.mjs';

const MINUTE = 60;

export async function createProvider(settings, directory) {
  const provider = new Provider(settings.issuer, {
    clients: [
      {
        client_id: 'rongju',
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirect],
        post_logout_redirect_uris: [settings.afterLogout],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'phone', 'identity'],
    acrValues: WAYS.map(acrOf),
    claims: {
      openid: ['sub', 'acr', 'auth_time'],
      profile: ['name'],
      phone: ['phone_number'],
      identity: ['identity_number'],
    },
    // The claims stand in the ID token too, so that the client needs no second request.
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(directory, id),
    loadExistingGrant: grantToOurClient,
    interactions: { policy: alwaysAsk(), url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => send(context, leavePage(languageOf(context.req), form)),
        postLogoutSuccessSource: (context) => send(context, leftPage(languageOf(context.req))),
      },
    },
    renderError: (context, out) => send(context, errorPage(languageOf(context.req), out.error)),
    ttl: {
      AccessToken: 5 * MINUTE,
      AuthorizationCode: MINUTE,
      Grant: 10 * MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 15 * MINUTE,
      Session: 10 * MINUTE,
    },
  });
  provider.on('server_error', (_context, error) => console.error('identity:', error.name, error.message));
  return provider;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') };
}

async function findAccount(directory, id) {
  const person = await directory.find(id);
  if (!person) return undefined;
  return {
    accountId: person.id,
    claims: () => ({
      sub: person.id,
      name: person.name,
      phone_number: person.phone,
      identity_number: person.identity_number,
    }),
  };
}

/** What is passed on is said on the sign-in page itself, so no second page asks for it. */
async function grantToOurClient(context) {
  const { client, session, provider, params } = context.oidc;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/** A real-name check is made anew at every sign-in: on a shared phone, the last person must not be signed in again. */
function alwaysAsk() {
  const policy = interactionPolicy.base();
  policy.get('login').checks.add(
    new interactionPolicy.Check('real_name_each_time', 'a real-name check is made at every sign-in', (context) =>
      context.oidc.result?.login
        ? interactionPolicy.Check.NO_NEED_TO_PROMPT
        : interactionPolicy.Check.REQUEST_PROMPT,
    ),
  );
  return policy;
}

function send(context, html) {
  context.type = 'html';
  context.body = html;
}
