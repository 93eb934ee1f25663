import { type Page } from '@playwright/test';
import { isAccessible } from '../helpers/accessible.js';
import { expect, test } from '../helpers/journey.js';
import { Keyboard } from '../helpers/keyboard.js';
import { CARD_CORNERS, cardOnTable, photograph } from '../helpers/photographs.js';

const CARD = '身份证人像面';
const FACE = '本人证件照';

/** The brightness of a picture near its corners and at its middle, and its size. */
function measured(page: Page, address: string): Promise<{ width: number; height: number; corners: number[] }> {
  return page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const brightness = (x: number, y: number): number => {
      const pixel = context?.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data;
      return pixel ? ((pixel[0] ?? 0) + (pixel[1] ?? 0) + (pixel[2] ?? 0)) / 3 : 0;
    };
    const corners = [[0.03, 0.04], [0.97, 0.04], [0.97, 0.96], [0.03, 0.96]] as const;
    return { width: canvas.width, height: canvas.height, corners: corners.map(([x, y]) => brightness(x, y)) };
  }, address);
}

test('a document photographed at an angle is straightened from where the phone finds it', async ({ applicant }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远', '银行卡');
  await applicant.reachesThePictures();

  const slot = applicant.slot(CARD);
  await slot.locator('input[type=file]').first().setInputFiles(await cardOnTable());
  await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
  const now = slot.locator('.uploader-picture').getByRole('img');
  const asTaken = await now.getAttribute('src');
  expect((await measured(page, asTaken ?? '')).corners.every((it) => it < 120), 'the table is in the corners').toBe(true);

  await test.step('the corners are proposed where they are', async () => {
    await slot.getByRole('button', { name: /^裁剪摆正/ }).click();
    const dialog = page.getByRole('dialog', { name: /^裁剪摆正/ });
    const stage = dialog.locator('.picture-editor-stage');
    await expect(stage).toBeVisible({ timeout: 60_000 });
    for (const [nth, name] of ['左上角', '右上角', '右下角', '左下角'].entries()) {
      const handle = await dialog.getByRole('button', { name, exact: true }).boundingBox();
      const picture = await stage.boundingBox();
      if (!handle || !picture) throw new Error(`${name} is not on the screen`);
      const at = [(handle.x + handle.width / 2 - picture.x) / picture.width, (handle.y + handle.height / 2 - picture.y) / picture.height];
      const [x, y] = CARD_CORNERS[nth] ?? [0, 0];
      expect(Math.hypot((at[0] ?? 0) - x, (at[1] ?? 0) - y), name).toBeLessThan(0.02);
    }
    await isAccessible(page, 'the editor');
    await dialog.getByRole('button', { name: '用这样' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('what is sent is the card alone, in its own shape', async () => {
    await expect(now).not.toHaveAttribute('src', asTaken ?? '', { timeout: 60_000 });
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
    const cut = await measured(page, (await now.getAttribute('src')) ?? '');
    expect(cut.width / cut.height).toBeCloseTo(85.6 / 53.98, 1);
    expect(cut.corners.every((it) => it > 170), `the card reaches into every corner: ${cut.corners}`).toBe(true);
    await expect(slot.getByRole('button', { name: /^裁剪摆正/ })).toBeFocused();
  });

  await test.step('after a reload it is cut again from what was taken', async () => {
    await page.reload();
    await applicant.isOnStep('拍材料');
    await slot.getByRole('button', { name: /^裁剪摆正/ }).click();
    const stage = page.getByRole('dialog').locator('.picture-editor-stage');
    await expect(stage).toBeVisible({ timeout: 60_000 });
    const whole = await stage.boundingBox();
    expect((whole?.width ?? 0) / (whole?.height ?? 1), 'the whole photograph, 4:3').toBeCloseTo(4 / 3, 1);
  });
});

test('a document is cut and a face is framed by keys alone', async ({ applicant }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  const keyboard = new Keyboard(page);
  await applicant.startFirstIssue('吴思远', '银行卡');
  await applicant.reachesThePictures();

  await test.step('a corner follows the arrows', async () => {
    const slot = applicant.slot(CARD);
    await slot.locator('input[type=file]').first().setInputFiles(await cardOnTable());
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
    const cut = slot.getByRole('button', { name: /^裁剪摆正/ });
    await cut.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^裁剪摆正/ });
    const place = dialog.locator('.picture-editor-place');
    const corner = dialog.getByRole('button', { name: '左上角', exact: true });
    await keyboard.tabTo(corner);
    await expect(place).toHaveText(/^左上角：距左边 (18|19|20)%/);
    const proposed = await corner.boundingBox();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
    await expect(place).toHaveText(/^左上角：距左边 (13|14|15)%/);
    await keyboard.follows(dialog.getByRole('button', { name: '恢复' }));
    await expect.poll(() => corner.boundingBox(), 'the corner is back where it was proposed').toEqual(proposed);
    await keyboard.follows(dialog.getByRole('button', { name: '用这样' }));
    await expect(cut).toBeFocused();
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the frame around a face is made smaller and moved', async () => {
    const slot = applicant.slot(FACE);
    await slot.locator('input[type=file]').first().setInputFiles(await photograph('astronaut'));
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
    const now = slot.locator('.uploader-picture').getByRole('img');
    const before = (await now.getAttribute('src')) ?? '';
    await slot.getByRole('button', { name: /^调整取景/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^调整取景/ });
    const frame = dialog.getByRole('button', { name: '取景框', exact: true });
    await keyboard.tabTo(frame);
    const whole = await frame.boundingBox();
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('-');
    await page.keyboard.press('ArrowUp');
    const smaller = await frame.boundingBox();
    expect(smaller?.width ?? 0).toBeLessThan((whole?.width ?? 0) * 0.9);
    expect((smaller?.width ?? 0) / (smaller?.height ?? 1)).toBeCloseTo(358 / 441, 2);
    await isAccessible(page, 'the frame');
    await keyboard.follows(dialog.getByRole('button', { name: '用这样' }));
    await expect(now).not.toHaveAttribute('src', before, { timeout: 60_000 });
    const cut = await measured(page, (await now.getAttribute('src')) ?? '');
    expect([cut.width, cut.height]).toEqual([358, 441]);
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
  });
});
