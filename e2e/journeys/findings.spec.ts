import type { Page } from '@playwright/test';
import { card, drawn, LAMP, page as paper, portrait } from '../helpers/drawn.js';
import { expect, test } from '../helpers/journey.js';
import { photograph } from '../helpers/photographs.js';
import { photographed } from '../helpers/screens.js';

// What the phone notices in pictures, and says beside each: advice, with which the picture is taken nevertheless.

/** Pages of a document, and what is said of each. */
const PAGES: [() => Promise<string>, RegExp | undefined][] = [
  [() => drawn('page', paper()), undefined],
  [() => drawn('page-blurred', paper(), (picture) => picture.blur(9)), /看起来不清楚/],
  [() => drawn('page-dark', paper(), (picture) => picture.linear(0.3, 0)), /照片偏暗/],
  [() => drawn('page-bright', paper(), (picture) => picture.linear(0.4, 180)), /照片过亮/],
  [() => drawn('page-glare', paper({}, LAMP)), /这里反光/],
  [() => drawn('page-cut-off', paper({ x: 1300 })), /没拍全/],
  [() => drawn('page-far', paper({ size: 0.42 })), /太小/],
  [() => drawn('page-sideways', paper(), (picture) => picture.rotate(90)), /横着/],
  [() => photograph('coffee', { orientation: 1 }), /没有看到证件或文字/],
];

/** Sheets for people to look at, in results-screens: all of the page, however long. */
async function isPhotographed(page: Page, name: string): Promise<void> {
  const isUp = async () => {
    await page.reload();
    await expect(page.locator('.uploader-picture img').last()).toBeVisible();
  };
  await photographed(page, name, isUp, 9000);
  await page.reload();
}

test('whatever may be amiss in a picture is said beside it, and the picture is taken', async ({ applicant, look }) => {
  test.setTimeout(300_000);
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.reachesThePictures();

  await test.step('pages of a document', async () => {
    const slot = applicant.slot('条件证明');
    const files = await Promise.all(PAGES.map(([file]) => file()));
    await slot.locator('input[type=file]').first().setInputFiles(files);
    await expect(slot.getByText('已上传')).toHaveCount(PAGES.length, { timeout: 90_000 });
    const pages = slot.locator('.uploader-picture');
    for (const [nth, [, words]] of PAGES.entries()) {
      const said = pages.nth(nth).locator('.uploader-findings li');
      await expect(said).toHaveCount(words ? 1 : 0);
      if (words) await expect(said).toHaveText(words);
    }
  });

  await test.step('the sides of an identity card', async () => {
    const [portraitSide, emblemSide] = [applicant.slot('身份证人像面'), applicant.slot('身份证国徽面')];
    await portraitSide.locator('input[type=file]').first().setInputFiles(await drawn('emblem', card('emblem')));
    await expect(portraitSide.getByText(/身份证的另一面/)).toBeVisible({ timeout: 30_000 });
    await emblemSide.locator('input[type=file]').first().setInputFiles(await drawn('emblem-turned', card('emblem', { turn: 182 })));
    await expect(emblemSide.getByText(/倒过来/)).toBeVisible({ timeout: 30_000 });
  });

  const face = applicant.slot('本人证件照');
  await test.step('a portrait: small, beside the middle and in another shape', async () => {
    const file = await drawn('face-small', portrait('#f5f5f5', [1000, 1000], 0.5, 45));
    await face.locator('input[type=file]').first().setInputFiles(file);
    for (const words of [/头像偏小/, /没有居中/, /比例和证件照不同/]) await expect(face.getByText(words)).toBeVisible({ timeout: 30_000 });
    await look(page, 'findings');
    await isPhotographed(page, 'findings');
  });

  await test.step('a portrait on a blue ground', async () => {
    await face.getByLabel(/^重拍/).setInputFiles(await drawn('face-blue', portrait('#4a7ec8', [716, 882])));
    await expect(face.getByText(/背景不够白/)).toBeVisible({ timeout: 30_000 });
    await expect(face.getByText(/头像偏小/)).toHaveCount(0);
    await isPhotographed(page, 'findings of a face');
  });

  await test.step('a picture taken again as it should be has nothing said', async () => {
    for (const [item, file] of [
      ['身份证人像面', await drawn('portrait', card('portrait'))],
      ['身份证国徽面', await drawn('emblem', card('emblem'))],
      ['本人证件照', await drawn('face', portrait('#f5f5f5', [716, 882]))],
    ] as const) {
      const slot = applicant.slot(item);
      await slot.getByLabel(/^重拍/).setInputFiles(file);
      await expect(slot.locator('.uploader-findings li')).toHaveCount(0, { timeout: 30_000 });
      await expect(slot.getByText('已上传')).toBeVisible({ timeout: 30_000 });
    }
  });
  await applicant.givesUp('first_issue');
});
