// What the sign-in is told from outside, each with its meaning here.

/**
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env) {
  const required = (name) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  const issuer = (env.IDENTITY_ISSUER || 'http://localhost:8082').replace(/\/+$/, '');
  const redirect = required('IDENTITY_CLIENT_REDIRECT');
  return {
    // IDENTITY_ISSUER: the address under which browsers and the API reach this program.
    issuer,
    // IDENTITY_LISTEN_HOST, IDENTITY_LISTEN_PORT: where it listens; localhost and the issuer's port where absent.
    host: env.IDENTITY_LISTEN_HOST || 'localhost',
    port: Number(env.IDENTITY_LISTEN_PORT || new URL(issuer).port || 8082),
    // IDENTITY_CLIENT_REDIRECT: where the client `rongju` takes its answer.
    redirect,
    // IDENTITY_CLIENT_LOGOUT: where a browser goes after signing out; the start page of the client where absent.
    afterLogout: env.IDENTITY_CLIENT_LOGOUT || `${new URL(redirect).origin}/`,
    // RONGJU_IDENTITY_CLIENT_SECRET: the client's secret (client_secret_basic).
    clientSecret: required('RONGJU_IDENTITY_CLIENT_SECRET'),
    // IDENTITY_SANDBOX_URL and RONGJU_OUTSIDE_TOKEN: where the people are, and the token to ask for them.
    sandbox: (env.IDENTITY_SANDBOX_URL || 'http://localhost:8081').replace(/\/+$/, ''),
    outsideToken: required('RONGJU_OUTSIDE_TOKEN'),
  };
}
