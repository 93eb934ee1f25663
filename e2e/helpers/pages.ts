import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Written by the build from the app's own table of addresses (src/app.rs).
const TABLE = fileURLToPath(new URL('../../target/generated/pages.json', import.meta.url));

/** The services around a permit that is there already; the first issue stands in the place of `:service`. */
export const SERVICES_OF_HOLDERS = ['endorsement', 'reissue', 'exchange', 'change_of_details'] as const;

/** What stands in the place of an address's parts; the number is of a case that the one who looks may see, or not. */
export interface Parts {
  number: string;
}

/** Every address pattern of the app, as the build took them from its table: a new page is here by itself. */
export function patterns(): string[] {
  if (!existsSync(TABLE)) throw new Error('There is no table of pages yet: `cargo xtask build` writes it');
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as [pattern: string, page: string][];
  return ['/', ...table.map(([pattern]) => pattern), '/no/such/page'];
}

/** An address of a pattern. A part that nobody has named here fails, so that its page is not left out. */
export function addressOf(pattern: string, { number }: Parts): string {
  const known: Record<string, string> = { ':service': 'first_issue', ':number': number, ':step?': '' };
  const parts = pattern.split('/').map((part) => {
    if (!part.startsWith(':')) return part;
    const value = known[part];
    if (value === undefined) throw new Error(`e2e/helpers/pages.ts has nothing to put in the place of ${part} in ${pattern}`);
    return value;
  });
  return parts.join('/').replace(/(.)\/$/, '$1');
}
