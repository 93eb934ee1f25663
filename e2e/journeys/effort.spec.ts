import type { Applicant, Service } from '../helpers/applicant.js';
import { Effort } from '../helpers/effort.js';
import { expect, test } from '../helpers/journey.js';

// What each service costs from its overview to the press on the last button, by the straight way. Nothing is submitted:
// the last press is counted and not made.

interface Way {
  service: Service;
  citizen: string;
  /** Does without the records. */
  byHand?: true;
  /** From the overview to the check of answers. */
  fills: (applicant: Applicant) => Promise<void>;
  /** The most that it may cost. */
  taps: number;
  characters: number;
}

async function confirms(applicant: Applicant, ...steps: string[]): Promise<void> {
  for (const step of steps) {
    await applicant.isOnStep(step);
    await applicant.goOn();
  }
}

async function livesThere({ page }: Applicant): Promise<void> {
  await page.getByLabel('区（市）县').selectOption({ label: '金牛区' });
  await page.getByLabel('居住地街道').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示街45号荷花苑3栋1204室');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
}

async function isEmployed({ page }: Applicant): Promise<void> {
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
}

async function photographsAndPicksUp(applicant: Applicant): Promise<void> {
  await applicant.isOnStep('拍材料');
  await applicant.photographEverything();
  await applicant.goOn();
  await picksUp(applicant);
}

async function picksUp(applicant: Applicant): Promise<void> {
  await applicant.isOnStep('领取方式');
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
}

const WAYS: Record<string, Way> = {
  '签注 endorsement': {
    service: 'endorsement',
    citizen: '唐可心',
    fills: async () => {},
    taps: 3,
    characters: 0,
  },
  '补领 reissue': {
    service: 'reissue',
    citizen: '苏沐',
    fills: async (applicant) => {
      await applicant.isOnStep('遗失声明');
      await applicant.declaresTheLoss();
      await applicant.goOn();
      await confirms(applicant, '联系方式', '居住地址');
      await picksUp(applicant);
    },
    taps: 12,
    characters: 10,
  },
  '换领 exchange': {
    service: 'exchange',
    citizen: '苏沐',
    fills: async (applicant) => {
      await applicant.isOnStep('拍材料');
      await applicant.photographs('居住证', 'coffee');
      await applicant.goOn();
      await picksUp(applicant);
    },
    taps: 10,
    characters: 0,
  },
  '信息变更 change of the mobile number': {
    service: 'change_of_details',
    citizen: '苏沐',
    fills: async (applicant) => {
      await applicant.isOnStep('变更事项');
      await applicant.changes('手机号码');
      await applicant.goOn();
      await applicant.isOnStep('联系方式');
      await applicant.page.getByLabel('手机号码').fill('13900139000');
      await applicant.goOn();
      await confirms(applicant, '居住地址');
    },
    taps: 10,
    characters: 13,
  },
  '居住登记 registration': {
    service: 'registration',
    citizen: '刘子墨',
    fills: async (applicant) => {
      await applicant.isOnStep('居住地址');
      await livesThere(applicant);
      await applicant.goOn();
      await applicant.isOnStep('拍材料');
      for (const item of ['身份证人像面', '身份证国徽面', '住址证明']) await applicant.photographs(item, 'coffee');
      await applicant.goOn();
    },
    taps: 20,
    characters: 30,
  },
  '申领 first issue': {
    service: 'first_issue',
    citizen: '林晓岚',
    fills: async (applicant) => {
      await applicant.isOnStep('申领条件');
      await isEmployed(applicant);
      await applicant.goOn();
      await photographsAndPicksUp(applicant);
    },
    taps: 20,
    characters: 0,
  },
  '申领，不读取记录 first issue without records': {
    service: 'first_issue',
    citizen: '何建平',
    byHand: true,
    fills: async (applicant) => {
      const { page } = applicant;
      await applicant.isOnStep('联系方式');
      await page.getByLabel('手机号码').fill('13800138000');
      await applicant.address('户籍地址').fill('四川省达州市通川区演示路9号');
      await applicant.goOn();
      await applicant.isOnStep('居住地址');
      await livesThere(applicant);
      await applicant.goOn();
      await applicant.isOnStep('申领条件');
      await isEmployed(applicant);
      await page.getByLabel('工作单位').fill('蓉演示餐饮有限公司');
      await applicant.goOn();
      await photographsAndPicksUp(applicant);
    },
    taps: 40,
    characters: 70,
  },
};

for (const [name, way] of Object.entries(WAYS)) {
  test(`${name}: as few taps and characters as promised`, async ({ applicant }) => {
    const { page } = applicant;
    const effort = await Effort.of(page);
    if (way.byHand) {
      await applicant.signsInTo(way.service, way.citizen);
      await applicant.refuseTheRecords();
    } else {
      await applicant.starts(way.service, way.citizen);
    }
    effort.begin();
    await page.getByRole('link', { name: /^继续：/ }).click();
    await way.fills(applicant);
    await applicant.isOnStep('核对并提交');
    await page.getByRole('checkbox', { name: /我声明/ }).check();
    await expect(page.getByRole('button', { name: /^提交给/ })).toBeEnabled();
    const [taps, characters] = [effort.taps + 1, effort.characters];
    console.log(`${name}: ${taps} taps, ${characters} characters`);
    expect(taps).toBeLessThanOrEqual(way.taps);
    expect(characters).toBeLessThanOrEqual(way.characters);
    await applicant.givesUp(way.service);
  });
}
