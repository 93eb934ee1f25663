import { readFile } from 'node:fs/promises';
import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';
import { locked, pdf } from '../helpers/pdf.js';
import { photograph } from '../helpers/photographs.js';

test('a lease of two pages is put in order, and stays so', async ({ applicant, look }) => {
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.reachesThePictures();
  const slot = applicant.slot('住址证明');
  const pages = slot.locator('.uploader-picture .uploader-name');
  for (const left of await slot.getByRole('button', { name: /^删除/ }).all()) await left.click();
  await applicant.chooses('住址证明', 'coffee');
  await expect(slot.getByText('已上传')).toHaveCount(1, { timeout: 60_000 });
  await slot.locator('input[type=file]').last().setInputFiles(await photograph('rocket'));
  await expect(slot.getByText('已上传')).toHaveCount(2, { timeout: 60_000 });
  const [first, second] = await pages.allInnerTexts();

  const forward = slot.getByRole('button', { name: /^移到前一页/ });
  await expect(forward, 'the first page has none before it').toHaveCount(1);
  await forward.click();
  await expect(pages).toHaveText([second ?? '', first ?? '']);
  // In a window as high as the page, no bar covers half of a button, which is none too small.
  await page.setViewportSize({ width: 360, height: 2600 });
  await look(page, 'in-order');
  await applicant.isKept();
  await page.reload();
  await expect(pages).toHaveText([second ?? '', first ?? '']);
});

test('what was copied on a computer is pasted to the first document that has no picture', async ({ browser, look }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const computer = new Applicant(await context.newPage());
  const { page } = computer;
  await computer.startFirstIssue('吴思远');
  await computer.givesUp('first_issue');
  await computer.reachesThePictures();
  const jpeg = (await readFile(await photograph('astronaut'))).toString('base64');
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'copied.jpg', { type: 'image/jpeg' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, jpeg);
  await expect(computer.slot('身份证人像面').getByText('已上传')).toBeVisible({ timeout: 60_000 });
  await expect(computer.slot('身份证国徽面').getByText('已上传')).toHaveCount(0);
  await look(page, 'pasted');
  await computer.givesUp('first_issue');
  await context.close();
});

test('a lease that came as a PDF is handed in as it is, and one with a password is refused by name', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.givesUp('first_issue');
  await applicant.reachesThePictures();
  const slot = applicant.slot('住址证明');
  const chooses = slot.getByLabel(/^选 PDF 文件/);
  await chooses.setInputFiles(locked('locked.pdf'));
  await expect(slot.getByText('这个 PDF 有密码')).toBeVisible({ timeout: 30_000 });
  await look(page, 'pdf-refused');
  await slot.getByRole('button', { name: /^删除/ }).click();

  await chooses.setInputFiles(pdf('lease.pdf'));
  await expect(slot.getByText('已上传')).toBeVisible({ timeout: 30_000 });
  await expect(slot.getByText('lease.pdf')).toBeVisible();
  await expect(slot.getByText('PDF', { exact: true })).toBeVisible();
  await expect(slot.getByRole('button', { name: /^(看大图|裁剪摆正)/ }), 'there is nothing to see').toHaveCount(0);
  await look(page, 'pdf');

  await test.step('it is there after a reload, beside a page that was photographed', async () => {
    await page.reload();
    await applicant.isOnStep('拍材料');
    await expect(slot.getByText('lease.pdf')).toBeVisible();
    await slot.locator('input[type=file][accept="image/*"]').last().setInputFiles(await photograph('coffee'));
    await expect(slot.getByText('已上传')).toHaveCount(2, { timeout: 60_000 });
  });

  await test.step('a card is photographed', async () => {
    const card = applicant.slot('身份证人像面');
    await expect(card.getByLabel(/^选 PDF 文件/)).toHaveCount(0);
    await card.locator('input[type=file]').first().setInputFiles(pdf('card.pdf'));
    await expect(card.getByText('这种文件不能用')).toBeVisible({ timeout: 30_000 });
  });
  await applicant.givesUp('first_issue');
});
