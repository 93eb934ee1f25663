import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/journey.js';
import { photograph } from '../helpers/photographs.js';

// What goes wrong around an applicant: a phone with the wrong date, an impatient finger, far too much of everything,
// registers that are slow, and the browser's own way back.

const DAY = 24 * 60 * 60 * 1000;
const SANDBOX = process.env.SANDBOX_URL ?? 'http://localhost:8081';

/** Puts the clock of the phone ahead, or back. */
async function clockIsWrongBy(page: Page, days: number): Promise<void> {
  await page.addInitScript((offset) => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + offset;
  }, days * DAY);
}

test('a phone a day behind applies like any other, with as many pictures as fit, and a double tap submits once', async ({
  applicant,
  look,
}) => {
  test.setTimeout(420_000);
  const { page } = applicant;
  await clockIsWrongBy(page, -1);
  await applicant.signInToApply('冯');
  await applicant.refuseTheRecords();
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  await applicant.address('户籍地址').fill('四川省自贡市自流井区演示路2号');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await page.getByLabel('区（市）县').selectOption({ label: '金牛区' });
  await page.getByLabel('居住地街道').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示街47号荷花苑3栋1205室');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
  await applicant.goOn();
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
  await page.getByLabel('工作单位').fill('蓉演示餐饮有限公司');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');

  await test.step('ten pages at once for each of two documents, and no eleventh', async () => {
    for (const [item, first] of [['住址证明', 1400], ['条件证明', 1420]] as const) {
      const sides = Array.from({ length: 12 }, (_, page) => first + page);
      const files = await Promise.all(sides.map((longEdge) => photograph('rocket', { longEdge })));
      const slot = applicant.slot(item);
      await slot.locator('input[type=file]').first().setInputFiles(files);
      await expect(slot.getByText('已上传')).toHaveCount(10, { timeout: 120_000 });
      await expect(slot.getByText('再加一页')).toBeHidden();
    }
    await applicant.photographEverything();
    await page.reload();
    await applicant.isOnStep('拍材料');
    await expect(applicant.slot('住址证明').getByText('已上传')).toHaveCount(10);
    await look(page, 'twenty-three-pictures');
  });
  await applicant.goOn();
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  const sent: string[] = [];
  page.on('request', (request) => {
    const submits = request.method() === 'POST' && new URL(request.url()).pathname === '/api/applications';
    if (submits) sent.push(request.headers()['idempotency-key'] ?? '');
  });
  await page.getByRole('button', { name: /^提交给/ }).dblclick();
  await page.waitForURL(/\/receipt$/, { timeout: 60_000 });
  expect(new Set(sent).size, 'one submission, however often it is sent').toBe(1);
  await page.goto('/applications');
  await expect(page.getByRole('link', { name: /CDJZ-/ })).toHaveCount(1);
});

test('a phone some days ahead takes the half year for full, and the server, which knows the date, says from when', async ({
  applicant,
}) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await clockIsWrongBy(page, 8);
  await applicant.startFirstIssue('赵一鸣');
  await applicant.fillFirstIssue('pick_up');
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: /^提交给/ }).click();
  const refusal = page.getByRole('alert').filter({ hasText: /还不能提交|没有提交/ });
  await expect(refusal).toContainText(/\d{4}年\d+月\d+日/);
  await page.goto('/applications');
  await expect(page.getByText('办件编号')).toHaveCount(0);
  await applicant.openStep('申领条件');
  await expect(page.getByRole('radio', { name: /^劳动合同/ })).toBeChecked();
});

test('ten thousand characters and characters that turn the line are taken as far as they go, and lost is nothing else', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.openStep('居住地址');
  const address = page.getByRole('textbox', { name: /详细地址/ });
  await page.getByRole('button', { name: '信息有误' }).nth(1).click();
  await address.fill('演'.repeat(10_000));
  await applicant.isKept();
  const kept = (await address.inputValue()).length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThanOrEqual(10_000);
  await applicant.goOn();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await look(page, 'far-too-long');
  await page.reload();
  expect((await address.inputValue()).length).toBe(kept);

  const turned = '演示路\u202e1号\u202c\u0007 2栋\u200f3单元\u0000401室';
  await address.fill(turned);
  await applicant.goOn();
  await applicant.isOnStep('申领条件');
  await applicant.openStep('居住地址');
  await expect(address, 'what nobody sees is left out').toHaveValue('演示路1号 2栋3单元401室');
  await applicant.givesUp('first_issue');
});

test('a register that takes longer than anybody waits does not hold the form up', async ({ applicant, request }) => {
  const { page } = applicant;
  const mode = (mode: string) => request.post(`${SANDBOX}/exchange/faults`, { data: { catalog: 'all', mode } });
  await mode('slow');
  try {
    await applicant.signInToApply('柳文静');
    const began = Date.now();
    await applicant.agreeToTheRecords();
    expect(Date.now() - began, 'the API gives up before the register answers').toBeLessThan(15_000);
    await expect(page.getByText(/没有读取到/).first()).toBeVisible();
    await applicant.openStep('联系方式');
    await applicant.typesAnotherNumber('13800138000');
  } finally {
    await mode('up');
  }
});

test('back and forward of the browser go through the steps with every answer where it was', async ({ applicant }) => {
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13700137000');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await page.goBack();
  await applicant.isOnStep('联系方式');
  await applicant.hasNumber('13700137000');
  await page.goBack();
  await expect(page.getByRole('heading', { name: '办理步骤' })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await applicant.isOnStep('居住地址');
  await page.goBack();
  await applicant.hasNumber('13700137000');
  await applicant.givesUp('first_issue');
});

const STORAGES: [string, string, (page: Page) => Promise<void>][] = [
  [
    'is full',
    '手机的存储空间满了',
    async (page) => {
      const browser = await page.context().newCDPSession(page);
      const origin = new URL(test.info().project.use.baseURL ?? '').origin;
      await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    },
  ],
  [
    'is refused',
    '这个浏览器不让保存内容',
    async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('a private window', 'SecurityError');
        };
      });
    },
  ],
];

for (const [trouble, words, happens] of STORAGES) {
  test(`a phone whose storage ${trouble} says so, and the form goes on with the server`, async ({ applicant, look }) => {
    const { page } = applicant;
    await happens(page);
    await applicant.startFirstIssue('吴思远');
    await applicant.openStep('联系方式');
    const number = page.getByLabel('手机号码').first();
    if (!(await number.isEditable())) await page.getByRole('button', { name: '换个号码' }).first().click();
    const saved = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/api/drafts/first_issue') && answer.ok(),
    );
    await number.fill(trouble === 'is full' ? '13500135000' : '13500135001');
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await look(page, `storage-${trouble.replace(' ', '-')}`);
    await saved;
    await page.reload();
    await applicant.isOnStep('联系方式');
    await applicant.hasNumber(trouble === 'is full' ? '13500135000' : '13500135001');
    await applicant.goOn();
    await applicant.isOnStep('居住地址');
    await applicant.givesUp('first_issue');
  });
}
