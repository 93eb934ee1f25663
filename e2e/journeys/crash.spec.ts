import { expect, test, type Page } from '@playwright/test';
import { isAccessible } from '../helpers/accessible.js';
import { Applicant } from '../helpers/applicant.js';

// The app stops in the middle of the form: a message with a way back, and what was filled in is still there.

/** Opens the contact step and types a number that only this phone knows of. */
async function typesANumber(page: Page): Promise<Applicant> {
  const applicant = new Applicant(page);
  await applicant.startFirstIssue('周立群');
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  return applicant;
}

async function isToldAndComesBack(applicant: Applicant): Promise<void> {
  const { page } = applicant;
  const message = page.getByRole('alert').filter({ hasText: '页面出错了' });
  await expect(message).toBeVisible();
  await expect(message).toContainText('填写过的内容还在这台设备上');
  await isAccessible(page, 'the message of a crash');
  await message.getByRole('link', { name: '重新打开' }).click();
  await applicant.isOnStep('联系方式');
  await applicant.hasNumber('13800138000');
  await expect(message).toBeHidden();
}

/** Asks the running app for more memory than any phone has: it traps, as it does wherever it panics. */
async function runOutOfMemory(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { default: running } = await import(`${document.documentElement.dataset.assets}rongju.js`);
    const app = await running();
    setTimeout(() => app.__wbindgen_malloc(0xffff_fff0, 1));
  });
}

test('an app that traps says so, and the form is still there', async ({ page }) => {
  const applicant = await typesANumber(page);
  await runOutOfMemory(page);
  await isToldAndComesBack(applicant);
});

test('an error of the browser inside the app is told just as well', async ({ page }) => {
  const applicant = await typesANumber(page);
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => {
      const fault = new Error('a browser with a fault');
      if (fault.stack?.includes('.wasm')) throw fault;
      return now();
    };
  });
  await page.getByLabel('手机号码').press('9');
  await isToldAndComesBack(applicant);
});

test('an error of a script that is not ours stops nobody', async ({ page }) => {
  await page.goto('/check');
  await expect(page.locator('#app h1')).toBeVisible();
  const thrown = page.waitForEvent('pageerror');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("the host's own business");
    });
  });
  await thrown;
  await expect(page.getByRole('alert').filter({ hasText: '页面出错了' })).toBeHidden();
});
