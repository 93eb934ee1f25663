// The HTTP server: our own pages, and the provider for everything else. Strict headers on all of it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

import { Directory } from './directory.mjs';
import { interactionRoutes } from './interaction.mjs';
import { createProvider } from './provider.mjs';

const STYLE = await readFile(new URL('./style.css', import.meta.url), 'utf8');

/**
 * @param {ReturnType<import('./settings.mjs').readSettings>} settings
 * @returns {Promise<import('node:http').Server>} not yet listening
 */
export async function createIdentity(settings) {
  const directory = new Directory(settings.sandbox, settings.outsideToken);
  const provider = await createProvider(settings, directory);
  const interaction = interactionRoutes(provider, directory);
  const rest = provider.callback();
  const policy = contentSecurityPolicy(settings);

  return createServer(async (request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const path = new URL(request.url, settings.issuer).pathname;
    if (path === '/health') {
      response.setHeader('content-type', 'application/json').end('{"status":"ok"}');
    } else if (path === '/style.css') {
      response.setHeader('content-type', 'text/css; charset=utf-8').setHeader('cache-control', 'no-cache').end(STYLE);
    } else if (path.startsWith('/interaction/')) {
      await interaction(request, response, path);
    } else {
      rest(request, response);
    }
  });
}

// Browsers apply form-action to the redirects after a form too, so the client's origin has to be in it.
// `script-src` lets the provider add the hash of its one script, which sends a form on when nobody is signed in.
function contentSecurityPolicy({ redirect, afterLogout }) {
  const origins = [...new Set([redirect, afterLogout].map((address) => new URL(address).origin))].join(' ');
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src data:",
    "script-src 'self'",
    `form-action 'self' ${origins}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
}
