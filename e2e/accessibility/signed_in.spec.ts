import type { Page } from '@playwright/test';

import type { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';
import { isThere, Look } from '../helpers/look.js';
import { addressOf, patterns, SERVICES_OF_HOLDERS } from '../helpers/pages.js';
import { looksAs } from '../helpers/tree.js';

const START = '/apply/first_issue';

async function steps(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await isThere(page);
  return listed(page, address);
}

/** The steps that the page lists, by their addresses: a new step is among them by itself. */
async function listed(page: Page, address: string): Promise<string[]> {
  const links = page.getByRole('main').getByRole('list').getByRole('link');
  const all = await links.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const own = [...new Set(all)].filter((href) => href.startsWith(`${address}/`));
  expect(own.length, `the steps listed at ${address}`).toBeGreaterThan(0);
  return own;
}

/** Goes on without an answer, in whatever language it is asked, question by question or all at once, until that is wrong. */
async function goOnWithErrors(page: Page): Promise<void> {
  await isThere(page);
  const wrong = page.getByRole('main').getByRole('alert').getByRole('heading');
  await expect(async () => {
    await page.getByRole('button', { name: /^(保存并继续|继续|Save and continue|Continue)$/ }).click();
    await expect(wrong).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000, intervals: [0] });
}

const name = (address: string) => address.split('/').slice(3).join(' ');

test('somebody who fills everything in by hand, and leaves it empty', async ({ applicant }) => {
  test.setTimeout(300_000);
  const { page } = applicant;
  const look = new Look(page);
  await applicant.signInToApply('何建平');
  await look.at('consent', () => page.goto(START));
  const byHand = async () => {
    await page.goto(START);
    const refuse = page.getByRole('button', { name: /^(不同意，自己填写|I don't agree)/ });
    const steps = page.getByRole('main').getByRole('list').getByRole('link').first();
    // A refusal given before stands, and is not asked for again.
    await expect(refuse.or(steps).first()).toBeVisible();
    if (await refuse.isVisible()) await refuse.click();
    await expect(steps).toBeVisible();
  };
  await look.at('steps by hand', byHand);
  await byHand();
  for (const step of await listed(page, START)) {
    await look.at(`empty ${name(step)}`, async () => {
      await page.goto(step);
      await goOnWithErrors(page);
    });
  }
});

test('somebody who has filled everything in, submits it, has to correct it, and takes it back', async ({
  applicant,
  officer,
}) => {
  test.setTimeout(420_000);
  const { page } = applicant;
  const look = new Look(page);
  const at = (screen: string, address: string) => look.at(screen, () => page.goto(address));
  await applicant.startFirstIssue('郑小满');
  await applicant.fillFirstIssue('post');
  await at('steps', START);
  for (const step of await steps(page, START)) await at(`filled ${name(step)}`, step);

  await page.goto(`${START}/review`);
  const number = await applicant.submit();
  for (const pattern of patterns()) {
    await page.goto(addressOf(pattern, { number }));
    await isThere(page);
    // What looks to somebody signed in as it does to everybody has been looked at already.
    if (await looksAs(page, `visitor ${pattern}`, 'zh-CN')) continue;
    await at(`signed in ${pattern}`, addressOf(pattern, { number }));
  }

  await officer.opens(number);
  await officer.asksToCorrect({ 本人证件照: '背景要白色，请重拍', 详细地址: '请补上楼栋和房号' });
  const application = `/applications/${number}`;
  await expect(async () => {
    await page.goto(application);
    await expect(page.getByRole('heading', { name: '请补正 2 项内容' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await at('correction asked for', application);
  await at('correct', `${application}/correct`);
  for (const step of await steps(page, `${application}/correct`)) await at(`correct ${step.split('/').at(-1)}`, step);
  await correct(applicant, application);
  await at('correct review', `${application}/correct/review`);

  await page.goto(`${application}/correct/review`);
  await page.getByRole('button', { name: /^提交补正给/ }).click();
  await expect(page.getByRole('heading', { name: /等.*受理/ })).toBeVisible({ timeout: 30_000 });
  await look.at('withdrawal', async () => {
    await page.goto(application);
    await page.getByRole('button', { name: /^(撤回申请|Withdraw)/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
  console.log(`${look.combinations} combinations`);
});

/** Who shows the service, and what only they can answer before the review opens. */
const HOLDERS: Record<(typeof SERVICES_OF_HOLDERS)[number], [string, (applicant: Applicant) => Promise<void>]> = {
  endorsement: ['唐可心', async () => undefined],
  reissue: [
    '谢云舒',
    async (applicant) => {
      await applicant.page.goto('/apply/reissue/permit');
      await applicant.declaresTheLoss();
      await picksItUp(applicant);
    },
  ],
  exchange: [
    '苏沐',
    async (applicant) => {
      await applicant.page.goto('/apply/exchange/pictures');
      await applicant.photographs('居住证', 'coffee');
      await picksItUp(applicant);
    },
  ],
  change_of_details: [
    '柳文静',
    async (applicant) => {
      await applicant.page.goto('/apply/change_of_details/permit');
      await applicant.changes('居住地址', '手机号码', '工作单位');
      await picksItUp(applicant);
    },
  ],
};

async function picksItUp(applicant: Applicant): Promise<void> {
  await applicant.goOn();
  await applicant.page.goto(applicant.page.url().replace(/[^/]+$/, 'delivery'));
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
}

for (const service of SERVICES_OF_HOLDERS) {
  test(`somebody with a permit: ${service}`, async ({ applicant }) => {
    test.setTimeout(420_000);
    const { page } = applicant;
    const look = new Look(page);
    const start = `/apply/${service}`;
    const [citizen, answers] = HOLDERS[service];
    await applicant.starts(service, citizen);
    await look.at(service, () => page.goto(start));
    const empty = await steps(page, start);
    for (const step of empty) await look.at(`${service} ${name(step)}`, () => page.goto(step));
    await answers(applicant);
    const filled = (await steps(page, start)).filter((step) => !empty.includes(step) || step.endsWith('/permit'));
    for (const step of filled) await look.at(`${service} ${name(step)} answered`, () => page.goto(step));
  });
}

async function correct(applicant: Applicant, application: string): Promise<void> {
  const { page } = applicant;
  await page.goto(`${application}/correct`);
  await page.getByRole('link', { name: '详细地址' }).click();
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示路9号蜀园3栋2单元702室');
  await applicant.goOn();
  await applicant.retakes('本人证件照', 'rocket');
  await applicant.goOn();
  await expect(page.getByRole('heading', { name: '核对补正的内容' })).toBeVisible();
}
