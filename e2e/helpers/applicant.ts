import { expect, type Locator, type Page } from '@playwright/test';
import { photograph, type Photograph } from './photographs.js';

/** The ways of the real-name check, by the words on their pages. */
export type Way = '人脸识别' | '银行卡' | '网络身份认证' | '窗口核验';

export type Service = 'first_issue' | 'endorsement' | 'reissue' | 'exchange' | 'change_of_details' | 'registration';

/** What an applicant does, in the applicant's words. */
export class Applicant {
  constructor(readonly page: Page) {}

  /** Chooses a citizen of the demonstration at the identity provider and passes the check. */
  async passTheCheck(citizen: string, way: Way): Promise<void> {
    const { page } = this;
    await page.getByRole('radio', { name: citizen }).check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('link', { name: way }).click();
    if (way === '人脸识别') {
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: '确认是本人' }).click();
      return;
    }
    if (way === '银行卡') await page.getByLabel('银行卡号').fill('6222 0000 0000 0009');
    await page.locator('#code').fill(await this.readsTheCode());
    await page.getByRole('button', { name: '核验并登录' }).click();
  }

  /** The code of the demonstration, which is shown beside the field that asks for it. */
  async readsTheCode(): Promise<string> {
    return this.page.locator('.shown strong').innerText();
  }

  /** Opens a service and signs in where asked to. */
  async signsInTo(service: Service, citizen: string, way: Way = '网络身份认证'): Promise<void> {
    const { page } = this;
    await page.goto(`/apply/${service}`);
    await page.getByRole('link', { name: '登录并开始' }).click();
    await this.passTheCheck(citizen, way);
    await page.waitForURL(`**/apply/${service}`);
  }

  /** Opens a service, signs in where asked to, and lets the records be read. */
  async starts(service: Service, citizen: string, way?: Way): Promise<void> {
    await this.signsInTo(service, citizen, way);
    await this.agreeToTheRecords();
  }

  /** Opens the first issue and signs in where asked to. */
  async signInToApply(citizen: string, way?: Way): Promise<void> {
    await this.signsInTo('first_issue', citizen, way);
  }

  /** Opens the first issue, signs in where asked to, and lets the records be read. */
  async startFirstIssue(citizen: string, way?: Way): Promise<void> {
    await this.starts('first_issue', citizen, way);
  }

  /** Does without the records: everything is filled in by hand. */
  async refuseTheRecords(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: '不同意，自己填写' }).click();
    await expect(page.getByRole('heading', { name: '办理步骤' })).toBeVisible();
  }

  async agreeToTheRecords(): Promise<void> {
    const { page } = this;
    const tick = page.getByRole('checkbox', { name: /我同意读取以上记录/ });
    const tasks = page.getByRole('heading', { name: '办理步骤' });
    // A consent given before stands, and is not asked for again.
    await expect(tick.or(tasks)).toBeVisible();
    if (await tick.isVisible()) {
      await tick.check();
      await page.getByRole('button', { name: '同意并读取' }).click();
    }
    await expect(tasks).toBeVisible();
  }

  /** Goes to a step by its row in the task list. */
  async openStep(name: string): Promise<void> {
    await this.page.goto('/apply/first_issue');
    await this.page.getByRole('link', { name }).first().click();
    await this.isOnStep(name);
  }

  async isOnStep(name: string): Promise<void> {
    await expect(this.page.getByText(new RegExp(`第 \\d 步，共 \\d 步：${name}`))).toBeVisible();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: '保存并继续' }).click();
  }

  /** Types another mobile number on the step 联系方式, and waits until the phone has kept it. */
  async typesAnotherNumber(number: string): Promise<void> {
    const { page } = this;
    // An agent's number comes after.
    const field = page.getByLabel('手机号码').first();
    if (!(await field.isEditable())) await page.getByRole('button', { name: '换个号码' }).first().click();
    await field.fill(number);
    await this.isKept();
  }

  /** The number on the step 联系方式, however it is spaced. */
  async hasNumber(number: string): Promise<void> {
    await expect(this.page.getByLabel('手机号码').first()).toHaveValue(new RegExp(number.split('').join('\\s?')));
  }

  /** Where an address anywhere in the country is written; its lists take the places from it once it is left. */
  address(question: string | RegExp): Locator {
    return this.page.getByRole('group', { name: question }).getByRole('textbox');
  }

  /** An address anywhere as it is kept: what its lists say, and what is written behind them. */
  async hasAddress(question: string | RegExp, places: string[], rest: string): Promise<void> {
    await expect(this.address(question)).toHaveValue(rest);
    const lists = this.page.getByRole('group', { name: question }).getByRole('combobox');
    await expect(lists).toHaveCount(places.length);
    for (const [at, place] of places.entries()) await expect(lists.nth(at)).toHaveValue(place);
  }

  async isKept(): Promise<void> {
    await expect(this.page.getByText(/已保存在本机/)).toBeVisible();
  }

  /** Chooses a photograph for a document: the file input is what a phone's camera answers to. */
  async chooses(item: string, name: Photograph): Promise<void> {
    await this.slot(item).locator('input[type=file]').first().setInputFiles(await photograph(name));
  }

  /** Photographs a document and waits until the server has it. */
  async photographs(item: string, name: Photograph): Promise<void> {
    const slot = this.slot(item);
    if (await slot.getByText('已上传').count()) return;
    await this.chooses(item, name);
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
  }

  /** Looks at a document's picture large, and closes it as a keyboard does. */
  async looksAtLarge(item: string): Promise<void> {
    const { page } = this;
    const enlarge = this.slot(item).getByRole('button', { name: /^看大图/ });
    await enlarge.click();
    const large = page.getByRole('dialog', { name: item }).getByRole('img', { name: item });
    await expect(large).toBeVisible();
    await expect.poll(() => large.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(320);
    await page.keyboard.press('Escape');
    await expect(large).toHaveCount(0);
    await expect(enlarge, 'whoever closes it goes on where it was opened').toBeFocused();
  }

  /** Takes the one picture of a document again. */
  async retakes(item: string, name: Photograph): Promise<void> {
    const slot = this.slot(item);
    // In a correction the picture given before stands beside the new one.
    const now = slot.locator('.uploader-picture').getByRole('img');
    const before = await now.getAttribute('src');
    await slot.getByLabel(/^重拍/).setInputFiles(await photograph(name));
    await expect(now).not.toHaveAttribute('src', before ?? '', { timeout: 60_000 });
    await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
  }

  /** The part of the page that one document's pictures belong to. */
  slot(item: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${item}`) });
  }

  /** Answers what comes before the pictures, as somebody employed whose lease is not filed. */
  async reachesThePictures(): Promise<void> {
    const { page } = this;
    await this.openStep('联系方式');
    await this.goOn();
    await this.isOnStep('居住地址');
    await this.goOn();
    await this.isOnStep('申领条件');
    await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await page.getByRole('radio', { name: /^劳动合同/ }).check();
    await this.goOn();
    await this.isOnStep('拍材料');
  }

  /** The whole form of the same, up to the check of answers. */
  async fillFirstIssue(delivery: 'post' | 'pick_up'): Promise<void> {
    await this.reachesThePictures();
    await this.goesFromThePicturesToTheReview(delivery);
  }

  async goesFromThePicturesToTheReview(delivery: 'post' | 'pick_up'): Promise<void> {
    await this.photographEverything();
    await this.goOn();
    await this.isOnStep('领取方式');
    await this.chooseDelivery(delivery);
    await this.goOn();
    await this.isOnStep('核对并提交');
  }

  async photographEverything(): Promise<void> {
    await this.photographs('身份证人像面', 'astronaut');
    await this.photographs('身份证国徽面', 'coffee');
    await this.photographs('本人证件照', 'astronaut');
    for (const [item, name] of [['住址证明', 'coffee'], ['条件证明', 'rocket']] as const) {
      if (await this.slot(item).count()) await this.photographs(item, name);
    }
  }

  /** Deletes what was filled in for a service. */
  async givesUp(service: Service): Promise<void> {
    const { page } = this;
    await page.goto(`/apply/${service}`);
    await page.getByRole('button', { name: '不办了，删除填写的内容' }).click();
    const question = page.getByRole('dialog', { name: '删除填写的内容？' });
    await question.getByRole('button', { name: '删除', exact: true }).click();
    await page.waitForURL((address) => address.pathname === '/');
  }

  /** Takes an application back, from its page. */
  async withdraws(number: string): Promise<void> {
    const { page } = this;
    await page.goto(`/applications/${number}`);
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
    await expect(page.getByRole('heading', { name: '您撤回了这次申请' })).toBeVisible();
  }

  /** Says on the step 遗失声明 that the card was lost three days ago, and declares it. */
  async declaresTheLoss(): Promise<void> {
    const { page } = this;
    const day = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await page.getByLabel('遗失日期').fill(day);
    await page.getByRole('checkbox', { name: '我声明以上内容属实' }).check();
  }

  /** Says on the step 变更事项 which details change. */
  async changes(...details: string[]): Promise<void> {
    for (const detail of details) await this.page.getByRole('checkbox', { name: detail, exact: true }).check();
  }

  async chooseDelivery(delivery: 'post' | 'pick_up'): Promise<void> {
    const { page } = this;
    if (delivery === 'pick_up') {
      await page.getByRole('radio', { name: /^到派出所领取/ }).check();
      return;
    }
    await page.getByRole('radio', { name: /^邮政寄递/ }).check();
    await this.address('收件地址').fill('四川省绵阳市涪城区演示街8号');
    await page.getByRole('checkbox', { name: /我同意把以上收件信息提供给邮政/ }).check();
  }

  /** Declares and submits; answers with the case number. */
  async submit(): Promise<string> {
    const { page } = this;
    await page.getByRole('checkbox', { name: /我声明/ }).check();
    await page.getByRole('button', { name: /^提交给/ }).click();
    await page.waitForURL(/\/applications\/[^/]+\/receipt$/, { timeout: 60_000 });
    const number = page.url().split('/').at(-2);
    expect(number).toMatch(/^CDJZ-51\d{4}-\d{8}-\d{6}-[0-9A-Z]$/);
    return number as string;
  }
}
