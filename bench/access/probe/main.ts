//! Asks every kit about every component, writes docs/ACCESS.md and prints what `cargo xtask bench` reads.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inForcedColours, kept, letters, withLessMotion } from './as_set';
import { atRest } from './at_rest';
import { on, start, type Setting } from './browser';
import { COMPONENTS, type Component } from './components';
import { byKeyboard } from './keyboard';
import { kits, type Kit } from './kits';
import { open, stands } from './opening';
import type { Answers } from './questions';
import { markdown, rows, type Finding } from './report';

interface Places {
  repository: string;
  /** Where the kits' pages are. */
  built: string;
}

/**
 * `OURS` is the address of the gallery; without it the peers alone are asked. `ONLY` names components to be asked anew:
 * of the others stays what was found before.
 */
export async function measure({ repository, built }: Places): Promise<void> {
  const asked = kits(built, join(repository, 'bench/access/node_modules'), process.env.OURS);
  const only = process.env.ONLY?.split(',');
  const browser = await start();
  const findings: Finding[] = [];
  const failed: string[] = [];
  try {
    for (const component of COMPONENTS.filter(({ id }) => !only || only.includes(id))) {
      for (const kit of asked) {
        const answers = await ask(browser, built, kit, component).catch((error: Error) => {
          failed.push(`${component.title}, ${kit.title}: ${error.message.split('\n')[0]}`);
          return undefined;
        });
        findings.push({ component: component.title, kit: kit.title, isOurs: kit.id === 'ours', answers });
        console.error(`${component.title}, ${kit.title}: ${answers ? Object.values(answers).flat().join('; ') || 'nothing lacking' : 'none'}`);
      }
    }
  } finally {
    await browser.close();
  }
  // A table with a hole in it would be read as if the kit had nothing there.
  if (failed.length > 0) throw new Error(`not all could be asked:\n${failed.join('\n')}`);
  const kept = join(built, 'findings.json');
  const before: Finding[] = only && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : [];
  const anew = new Set(findings.map(({ component }) => component));
  const order = COMPONENTS.map(({ title }) => title);
  const all = [...before.filter(({ component }) => !anew.has(component)), ...findings]
    .sort((one, other) => order.indexOf(one.component) - order.indexOf(other.component));
  writeFileSync(kept, JSON.stringify(all, undefined, 2));
  const notes = readFileSync(join(repository, 'bench/access/notes.md'), 'utf8');
  writeFileSync(join(repository, 'docs/ACCESS.md'), markdown(all, notes, new Date(), browser.version()));
  console.log(JSON.stringify({ rounds: 1, rows: rows(all) }));
}

/** Nothing when the kit has no such component. */
async function ask(browser: Browser, built: string, kit: Kit, listed: Component): Promise<Answers | undefined> {
  const url = kit.address(listed.id);
  if (!url) return undefined;
  const component = kit.isInPlace(listed.id) ? { ...listed, opens: undefined } : listed;
  const as = <T>(setting: Setting, use: Parameters<typeof on<T>>[4]): Promise<T | undefined> =>
    on<T | undefined>(browser, built, url, setting, async (page) => ((await stands(page, kit)) ? use(page) : undefined));
  const answers = await as({}, async (page) => {
    await open(page, kit, component);
    const usual = await page.evaluate(() => inPage.textSizes());
    return { usual, rest: await atRest(page, component) };
  });
  if (!answers) return undefined;
  const motion = await as({ context: { reducedMotion: 'reduce' } }, (page) => withLessMotion(page, kit, component));
  const forced = await as({ context: { forcedColors: 'active' } }, (page) => inForcedColours(page, component));
  const doubled = await as({ letters: 32 }, (page) => letters(page, kit, component));
  const grown = kept(answers.usual, doubled ?? []);
  return {
    ...answers.rest,
    ...(component.opens === 'toast' ? {} : await as({}, (page) => byKeyboard(page, kit, component))),
    motion,
    ...(forced ? { forced } : {}),
    ...(grown ? { letters: grown } : {}),
  };
}
