import { isAccessible } from '../helpers/accessible.js';
import { photograph } from '../helpers/photographs.js';
import { expect, test } from './stories.js';

test.use({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });

const STORY = 'button/actions';

test('a designer finds a component, changes it, and sends it to somebody', async ({ page }) => {
  await page.goto('gallery.html');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('button');
  await page.getByRole('link', { name: 'actions' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: '提交给桂溪派出所' })).toBeVisible();

  await page.getByLabel('kind').selectOption('Danger');
  await page.getByLabel('children').fill('撤回申请');
  await page.getByRole('combobox', { name: '主题' }).selectOption('深色');
  const button = frame.getByRole('button', { name: '撤回申请' });
  await expect(button).toHaveAttribute('data-kind', 'danger');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');

  const other = await page.context().newPage();
  await other.goto(page.url());
  const received = other.frameLocator('iframe').getByRole('button', { name: '撤回申请' });
  await expect(received).toHaveAttribute('data-kind', 'danger');
});

test('a designer sees which callback is called', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}`);
  await page.frameLocator('iframe').getByRole('button').click();
  await expect(page.getByRole('log')).toContainText('on_press');
});

test('a designer takes the code of what is shown', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}?.busy=true`);
  await page.getByRole('button', { name: '复制' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('<Button');
  expect(code).toContain('busy=true');
});

test('a designer asks axe and the clock about a story', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}`);
  await page.getByRole('button', { name: '用 axe 检查' }).click();
  await expect(page.getByText(/^0 处不符合/)).toBeVisible();
  await page.getByRole('button', { name: '测一次' }).click();
  await expect(page.getByRole('row', { name: /中位数/ })).toContainText('ms');
});

test('axe finds what is wrong, so that finding nothing means something', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}?--on-brand=${encodeURIComponent('#2a7d7b')}`);
  await page.getByRole('button', { name: '用 axe 检查' }).click();
  await expect(page.getByText(/color-contrast/)).toBeVisible();
});

test('a designer sees a story in all themes beside each other', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}?beside=on`);
  await expect(page.locator('iframe')).toHaveCount(5);
  for (const frame of await page.locator('iframe').all()) {
    await expect(frame.contentFrame().getByRole('button')).toBeVisible();
  }
  await expect(page.locator('iframe').nth(1).contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('iframe').nth(3).contentFrame().locator('html')).toHaveAttribute('data-elder', '');
});

test('a designer changes a token, sees it everywhere, and takes the difference away', async ({ page }) => {
  await page.goto('gallery.html#/tokens');
  await page.getByLabel('--radius-control').fill('1.5rem');
  await page.getByLabel('--radius-control').press('Enter');
  await expect(page.locator('#difference')).toContainText('--radius-control: 1.5rem; /* 0.5rem */');
  const button = page.frameLocator('iframe').locator('.button').first();
  await expect(button).toHaveCSS('border-top-left-radius', '24px');
});

test('an address of a story that is gone says so', async ({ page }) => {
  await page.goto('gallery.html#/button/no-such-story');
  await expect(page.getByRole('alert')).toContainText('没有这个组件或例子');
});

test('a designer sees a story as in the narrow window of a host and on a slow phone', async ({ page }) => {
  await page.goto(`gallery.html#/${STORY}`);
  await page.getByLabel('宿主').selectOption('微信');
  await page.getByLabel('宽度').selectOption('320 最窄');
  await page.getByRole('combobox', { name: /^手机/ }).selectOption('慢 8 倍');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-host', 'WeChat');
  expect(await frame.locator('html').evaluate(() => innerWidth)).toBeLessThanOrEqual(320);
  const busy = () =>
    frame.locator('html').evaluate(
      () =>
        new Promise<number>((resolve) => {
          let worked = 0;
          const until = performance.now() + 500;
          const turn = () => {
            const start = performance.now();
            setTimeout(() => {
              worked = Math.max(worked, performance.now() - start);
              if (performance.now() < until) turn();
              else resolve(worked);
            });
          };
          turn();
        }),
    );
  expect(await busy()).toBeGreaterThan(10);
});

test('the gallery itself is accessible, in both languages', async ({ page }) => {
  for (const view of ['', STORY, 'tokens']) {
    for (const locale of ['', '?locale=en']) {
      await page.goto(`gallery.html#/${view}${locale}`);
      await expect(page.getByRole('searchbox')).toBeVisible();
      // The stories in the frame are looked at one by one (access.spec.ts); there are several pages among them.
      await isAccessible(page, `${view}${locale}`, ['iframe']);
    }
  }
});

test('a designer watches a picture’s way, step by step', async ({ page }) => {
  await page.goto('gallery.html#/picture');
  await page.getByLabel('照片', { exact: true }).setInputFiles(await photograph('coffee', { longEdge: 2000 }));
  const steps = page.getByRole('region', { name: '各步骤' });
  for (const step of ['读文件头', '解码并缩小', '转正', '看明暗和清晰', '压缩']) {
    await expect(steps.getByRole('row', { name: step })).toContainText('ms');
  }
  await expect(steps.getByRole('row', { name: '读文件头' })).toContainText('2000 ×');
  await expect(steps.getByRole('row', { name: '压缩' })).toContainText('KB');
  await expect(steps.getByRole('img')).not.toHaveCount(0);
  await isAccessible(page, 'the steps of a picture');

  await page.getByLabel('照片', { exact: true }).setInputFiles({
    name: 'text.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('no picture'),
  });
  await expect(page.getByText('不能用: not_a_picture')).toBeVisible();
});
