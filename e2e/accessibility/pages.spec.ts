import { expect, test } from '../helpers/journey.js';

const OPEN = ['/', '/check', '/help', '/sign-in', '/apply/first_issue', '/apply/endorsement', '/no/such/page'];
const STEPS = ['applicant', 'residence', 'ground', 'delivery'];

const SETTINGS = [
  { name: 'phone', use: { viewport: { width: 360, height: 780 } } },
  { name: 'smallest phone', use: { viewport: { width: 320, height: 640 } } },
  { name: 'computer', use: { viewport: { width: 1280, height: 800 } } },
  { name: 'dark', use: { colorScheme: 'dark' as const } },
  { name: 'forced colours', use: { forcedColors: 'active' as const } },
];

for (const { name, use } of SETTINGS) {
  test.describe(name, () => {
    test.use(use);

    test('every page that is open to all is accessible and fits the window', async ({ page, look }) => {
      for (const address of OPEN) {
        await page.goto(address);
        await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
        await look(page, address.replaceAll('/', '_'));
      }
    });
  });
}

test('every step of the form is accessible, empty and with its errors shown', async ({ applicant, look }) => {
  const { page } = applicant;
  await applicant.signInToApply('何建平', '人脸识别');
  await applicant.refuseTheRecords();
  for (const step of STEPS) {
    await page.goto(`/apply/first_issue/${step}`);
    // Its heading comes with the skeleton already; the button with the form.
    await expect(page.getByRole('button', { name: '保存并继续' })).toBeVisible();
    await look(page, `${step}-empty`);
    await applicant.goOn();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look(page, `${step}-errors`);
  }
});

test('the self-check can be done with the keyboard alone', async ({ page }) => {
  await page.goto('/check');
  await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
  const reached = new Set<string>();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return '';
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      const seen = outlineStyle !== 'none' || boxShadow !== 'none';
      return `${focused.tagName}:${seen ? 'seen' : 'unseen'}`;
    });
    if (name) reached.add(name);
  }
  expect([...reached].some((name) => name.startsWith('INPUT'))).toBe(true);
  expect([...reached].some((name) => name.startsWith('BUTTON'))).toBe(true);
});
