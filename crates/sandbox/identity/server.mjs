// The sandbox's sign-in: an OpenID provider by the library oidc-provider, with our own pages. Settings: src/settings.mjs.
import { once } from 'node:events';

import { createIdentity } from './src/identity.mjs';
import { readSettings } from './src/settings.mjs';

const settings = readSettings(process.env);
const server = await createIdentity(settings);
server.listen(settings.port, settings.host);
await once(server, 'listening');
console.error(`identity listens on ${settings.issuer}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
