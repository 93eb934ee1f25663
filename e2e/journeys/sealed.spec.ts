import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

// A phone that others use too: what is typed and photographed lies on it sealed, and opens for its owner alone.

const CITIZEN = '吴思远';
const NUMBER = '13600136000';

/** Everything that the app keeps on the phone, in the characters that it is made of; how many of it are texts. */
async function whatLiesOnThePhone(page: Page): Promise<{ text: string; keys: string[]; texts: number }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('rongju'));
    const readable = (value: unknown): string => {
      if (typeof value === 'string') return value;
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value) + new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value)) return readable(value.buffer);
      return Array.isArray(value) ? value.map(readable).join() : '';
    };
    let text = '';
    let texts = 0;
    const keys: string[] = [];
    for (const name of ['drafts', 'pictures', 'notes']) {
      const store = database.transaction(name).objectStore(name);
      const values = await done(store.getAll());
      text += values.map(readable).join('\n');
      if (name === 'drafts') texts = values.filter((value) => typeof value === 'string').length;
      keys.push(...(await done(store.getAllKeys())).map((key) => `${name} ${String(key)}`));
    }
    database.close();
    return { text, keys, texts };
  });
}

/** From here on the server learns nothing that is typed, and knows of nothing: what comes back comes from the phone. */
async function keepsItFromTheServer(page: Page): Promise<void> {
  await page.route('**/api/drafts/first_issue', async (route) => {
    const method = route.request().method();
    if (method === 'PUT') return route.abort('connectionrefused');
    if (method !== 'GET') return route.fallback();
    const unknown = new URL('/api/nothing', route.request().url()).href;
    return route.fulfill({ response: await route.fetch({ url: unknown }) });
  });
}

async function signsOut(applicant: Applicant): Promise<void> {
  const { page } = applicant;
  await page.goto('/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  // The identity provider asks for itself.
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.waitForURL((address) => address.pathname === '/');
  await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
}

test('what is typed and photographed lies on the phone sealed, for its owner alone', async ({ applicant }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue(CITIZEN);
  await applicant.givesUp('first_issue');
  await applicant.reachesThePictures();
  await applicant.photographs('本人证件照', 'astronaut');
  const known = () => page.evaluate(async () => (await fetch('/api/drafts/first_issue')).text());
  await expect.poll(known, { message: 'the server knows of the picture' }).toContain('face_photo');
  await keepsItFromTheServer(page);
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber(NUMBER);

  await test.step('neither the number, the name nor the picture can be read', async () => {
    const { text, keys, texts } = await whatLiesOnThePhone(page);
    expect(keys.filter((key) => key.startsWith('drafts ')).length, 'a draft is there').toBeGreaterThan(0);
    expect(keys.filter((key) => key.startsWith('pictures ')).length, 'and a picture').toBeGreaterThan(0);
    expect(texts, 'no draft is a text').toBe(0);
    for (const personal of [NUMBER, CITIZEN, '内江市', 'JFIF', 'Exif']) expect(text).not.toContain(personal);
  });

  await test.step('a reload opens it again, also without the server', async () => {
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.reload();
    await applicant.hasNumber(NUMBER);
    await page.unroute('**/api/**');
  });

  await test.step('who signs out takes the key along and leaves the rest', async () => {
    await signsOut(applicant);
    const { keys } = await whatLiesOnThePhone(page);
    expect(keys.filter((key) => key.startsWith('drafts ')).length).toBeGreaterThan(0);
    expect(keys.filter((key) => key.startsWith('notes key/'))).toEqual([]);
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.goto('/apply/first_issue/applicant');
    await expect(page.getByRole('heading', { name: '暂时打不开您的申请' })).toBeVisible();
    await expect(page.getByLabel('手机号码')).toHaveCount(0);
    await page.unroute('**/api/**');
  });

  await test.step('and finds everything back at the next sign-in', async () => {
    await applicant.signInToApply(CITIZEN, '银行卡');
    await applicant.openStep('联系方式');
    await applicant.hasNumber(NUMBER);
    await applicant.openStep('拍材料');
    await expect(applicant.slot('本人证件照').getByText('已上传')).toBeVisible();
  });
});

test('what an older version of the app kept unsealed is read, and sealed with the next change', async ({ applicant }) => {
  const { page } = applicant;
  await applicant.startFirstIssue(CITIZEN);
  await applicant.givesUp('first_issue');
  await keepsItFromTheServer(page);
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber(NUMBER);
  // As the first version kept it, with another number.
  const old = await readFile(new URL('../../src/wizard/samples/2026-11-24.json', import.meta.url), 'utf8');
  await page.goto('/help');
  await page.evaluate(async (old) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('rongju');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
    await new Promise((resolve, reject) => {
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        const key = keys.result.find((key) => String(key).endsWith('/new/first_issue'));
        const putting = store.put(old, key);
        putting.onsuccess = resolve;
        putting.onerror = () => reject(putting.error);
      };
    });
    database.close();
  }, old);
  await applicant.openStep('联系方式');
  await applicant.hasNumber('13800138000');
  await applicant.typesAnotherNumber(NUMBER);
  await expect.poll(async () => (await whatLiesOnThePhone(page)).texts).toBe(0);
  await page.reload();
  await applicant.hasNumber(NUMBER);
  await applicant.givesUp('first_issue');
});
