import assert from 'node:assert/strict';
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { createIdentity } from '../src/identity.mjs';
import { readSettings } from '../src/settings.mjs';
import { passesLuhn } from '../src/ways.mjs';
import { Browser } from './browser.mjs';

const TOKEN = 'a-token-for-tests';
const SECRET = 'a-secret-for-tests';
const REDIRECT = 'http://localhost:4999/api/session/callback';
const { citizens } = JSON.parse(await readFile(new URL('../../data/citizens.json', import.meta.url)));

let directory;
let identity;
let issuer;

// The sandbox's two lists, from its own data file.
before(async () => {
  directory = createServer((request, response) => {
    const machine = request.headers.authorization === `Bearer ${TOKEN}`;
    if (request.url === '/citizens') response.end(JSON.stringify(citizens));
    else if (request.url === '/identity-directory' && machine) response.end(JSON.stringify(citizens));
    else response.writeHead(401).end();
  }).listen(0, 'localhost');
  await once(directory, 'listening');
  const reserved = createServer().listen(0, 'localhost');
  await once(reserved, 'listening');
  const { port } = reserved.address();
  await new Promise((done) => reserved.close(done));
  issuer = `http://localhost:${port}`;
  const settings = readSettings({
    IDENTITY_ISSUER: issuer,
    IDENTITY_CLIENT_REDIRECT: REDIRECT,
    RONGJU_IDENTITY_CLIENT_SECRET: SECRET,
    RONGJU_OUTSIDE_TOKEN: TOKEN,
    IDENTITY_SANDBOX_URL: `http://localhost:${directory.address().port}`,
  });
  identity = (await createIdentity(settings)).listen(settings.port, settings.host);
  await once(identity, 'listening');
});

after(() => {
  for (const server of [directory, identity]) {
    server.close();
    server.closeAllConnections();
  }
});

function authorization(more = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'rongju',
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'openid profile phone identity',
    state: 's1',
    nonce: 'n1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return { verifier, address: `/auth?${query}` };
}

async function exchange(code, verifier, secret = SECRET) {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`rongju:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function claimsOf(token) {
  const [head, body, signature] = token.split('.');
  const { kid, alg } = JSON.parse(Buffer.from(head, 'base64url'));
  const { keys } = await (await fetch(`${issuer}/jwks`)).json();
  const key = createPublicKey({ key: keys.find((one) => one.kid === kid), format: 'jwk' });
  assert.equal(alg, 'RS256');
  assert.ok(verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')));
  return JSON.parse(Buffer.from(body, 'base64url'));
}

/** Through the pages up to the check of `way`; returns that page. */
async function toCheck(browser, person, way) {
  const { verifier, address } = authorization();
  const people = await browser.go(address);
  const ways = await browser.go(people.url, { form: { person } });
  const check = await browser.go(`${ways.url}/${way}`);
  return { verifier, check };
}

const shownCode = (page) => page.text.match(/class="shown">[^<]*<strong>(\d{6})</)[1];

const PASS = {
  face: () => ({ consent: 'yes' }),
  bank_card: (page) => ({ card: '6222 0000 0000 0009', code: shownCode(page) }),
  network_identity: (page) => ({ code: shownCode(page) }),
  service_window: (page) => ({ code: shownCode(page) }),
};

test('discovery names the levels of the real-name check, PKCE and the client authentication', async () => {
  const metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  assert.equal(metadata.issuer, issuer);
  assert.deepEqual(metadata.acr_values_supported, [
    'urn:rongju:acr:face',
    'urn:rongju:acr:bank_card',
    'urn:rongju:acr:network_identity',
    'urn:rongju:acr:service_window',
  ]);
  assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
  assert.ok(metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic'));
  assert.ok(metadata.end_session_endpoint);
});

for (const way of Object.keys(PASS)) {
  test(`the whole code flow goes through the pages by ${way}`, async () => {
    const browser = new Browser(issuer);
    const { verifier, check } = await toCheck(browser, 'rare-character', way);
    assert.equal(check.status, 200);
    const back = await browser.go(check.url, { form: PASS[way](check) });
    assert.equal(back.url.origin + back.url.pathname, REDIRECT);
    assert.equal(back.url.searchParams.get('state'), 's1');

    const code = back.url.searchParams.get('code');
    assert.equal((await exchange(code, verifier, 'another secret')).status, 401);
    const { status, body } = await exchange(code, verifier);
    assert.equal(status, 200, JSON.stringify(body));
    const claims = await claimsOf(body.id_token);
    const person = citizens.find((one) => one.id === 'rare-character');
    assert.equal(claims.nonce, 'n1');
    assert.equal(claims.sub, person.id);
    assert.equal(claims.name, person.name);
    assert.equal(claims.phone_number, person.phone);
    assert.equal(claims.identity_number, person.identity_number);
    assert.equal(claims.acr, `urn:rongju:acr:${way}`);
    assert.ok(Math.abs(claims.auth_time - Date.now() / 1000) < 60);

    const userinfo = await fetch(`${issuer}/me`, { headers: { authorization: `Bearer ${body.access_token}` } });
    assert.equal((await userinfo.json()).identity_number, person.identity_number);
  });
}

test('a scope that is not asked for is not answered', async () => {
  const browser = new Browser(issuer);
  const { verifier, address } = authorization({ scope: 'openid profile' });
  const people = await browser.go(address);
  const ways = await browser.go(people.url, { form: { person: 'employment' } });
  const back = await browser.go(`${ways.url}/face`, { form: { consent: 'yes' } });
  const { body } = await exchange(back.url.searchParams.get('code'), verifier);
  const claims = await claimsOf(body.id_token);
  assert.equal(claims.name, '林晓岚');
  assert.equal(claims.identity_number, undefined);
  assert.equal(claims.phone_number, undefined);
});

test('cancelling gives access_denied to the client, from the first page and from a check', async () => {
  for (const way of [undefined, 'face']) {
    const browser = new Browser(issuer);
    const people = await browser.go(authorization().address);
    if (way) {
      const ways = await browser.go(people.url, { form: { person: 'employment' } });
      await browser.go(`${ways.url}/${way}`);
    }
    const back = await browser.go(`${people.url}/cancel`, { form: {} });
    assert.equal(back.url.origin + back.url.pathname, REDIRECT);
    assert.equal(back.url.searchParams.get('error'), 'access_denied');
    assert.equal(back.url.searchParams.get('state'), 's1');
    assert.equal(back.url.searchParams.get('code'), null);
  }
});

test('a request without PKCE is refused', async () => {
  const address = authorization().address.replace(/&code_challenge(_method)?=[^&]*/g, '');
  const answer = await new Browser(issuer).go(address);
  assert.equal(answer.url.searchParams.get('error'), 'invalid_request');
});

test('the face check does not pass without the separate consent, and its box is not ticked for anybody', async () => {
  const browser = new Browser(issuer);
  const { check } = await toCheck(browser, 'employment', 'face');
  assert.ok(!/<input type="checkbox"[^>]*checked/.test(check.text));
  assert.match(check.text, /不打开摄像头/);
  const refused = await browser.go(check.url, { form: {} });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /role="alert"[\s\S]*换一种方式/);
});

test('a wrong card number and a wrong code are refused beside the field', async () => {
  const browser = new Browser(issuer);
  const { check } = await toCheck(browser, 'employment', 'bank_card');
  const code = shownCode(check);
  const card = await browser.go(check.url, { form: { card: '6222000000000008', code } });
  assert.equal(card.status, 422);
  assert.match(card.text, /name="card"[^>]*aria-invalid="true"/);
  const wrongCode = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const wrong = await browser.go(check.url, { form: { card: '6222000000000009', code: wrongCode } });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /name="code"[^>]*aria-invalid="true"/);
});

test('the second person with the same browser is asked for again and gets their own claims', async () => {
  const browser = new Browser(issuer);
  for (const id of ['employment', 'minority-name']) {
    const { verifier, check } = await toCheck(browser, id, 'face');
    const back = await browser.go(check.url, { form: { consent: 'yes' } });
    const { body } = await exchange(back.url.searchParams.get('code'), verifier);
    assert.ok(body.id_token, JSON.stringify(body));
    assert.equal((await claimsOf(body.id_token)).sub, id);
  }
});

test('signing out asks once and returns to the client', async () => {
  const browser = new Browser(issuer);
  const { verifier, check } = await toCheck(browser, 'employment', 'face');
  const back = await browser.go(check.url, { form: { consent: 'yes' } });
  const { body } = await exchange(back.url.searchParams.get('code'), verifier);
  const query = new URLSearchParams({ id_token_hint: body.id_token, post_logout_redirect_uri: 'http://localhost:4999/' });
  const leave = await browser.go(`/session/end?${query}`);
  assert.match(leave.text, /退出身份认证/);
  const [, xsrf] = leave.text.match(/name="xsrf" value="([^"]+)"/);
  const left = await browser.go('/session/end/confirm', { form: { xsrf, logout: 'yes' } });
  assert.equal(left.url.href, 'http://localhost:4999/');
});

test('an interaction of another browser is not opened', async () => {
  const people = await new Browser(issuer).go(authorization().address);
  const stranger = await new Browser(issuer).go(people.url);
  assert.equal(stranger.status, 400);
  assert.match(stranger.text, /已经失效/);
});

test('every page says that it is a demonstration, in the language wanted, under a strict policy', async () => {
  const browser = new Browser(issuer);
  const chinese = await browser.go(authorization().address);
  const english = await browser.go(authorization({ ui_locales: 'en' }).address);
  const error = await browser.go('/auth?client_id=nobody');
  for (const page of [chinese, english, error]) {
    assert.match(page.text, /class="band"><strong>演示系统/);
    const policy = page.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.doesNotMatch(page.text, /<script|style="|https:\/\//);
  }
  assert.match(chinese.text, /<html lang="zh-CN">[\s\S]*选择一位演示居民/);
  assert.match(english.text, /<html lang="en">[\s\S]*Choose a demonstration resident/);
});

test('health answers', async () => {
  assert.deepEqual(await (await fetch(`${issuer}/health`)).json(), { status: 'ok' });
});

test('the check digit of a card number is ISO/IEC 7812-1', () => {
  for (const right of ['4539 1488 0343 6467', '６２２２ 0000 0000 0009']) {
    assert.ok(passesLuhn(right), right);
  }
  for (const wrong of ['4539148803436468', '0', '', 'abcd', '62220000000000090000']) assert.ok(!passesLuhn(wrong), wrong);
});
