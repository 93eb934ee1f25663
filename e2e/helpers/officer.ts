import { expect, type Page } from '@playwright/test';

const DESK = process.env.DESK_URL ?? 'http://localhost:8081/desk';
const SANDBOX = process.env.SANDBOX_URL ?? 'http://localhost:8081';

/** What the officers of the station and the post do, at the sandbox's pages. */
export class Officer {
  constructor(readonly page: Page) {}

  /** Opens a case once it has arrived: the API hands it over after it has answered the applicant. */
  async opens(number: string): Promise<void> {
    await expect(async () => {
      await this.page.goto(`${DESK}/cases/${number}`);
      await expect(this.page.getByText(number)).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  }

  /** Does a plain step such as 受理; hands over to a colleague where the step is not this officer's. */
  async does(step: '受理' | '通过' | '制证完成' | '已领取'): Promise<void> {
    const { page } = this;
    const button = page.getByRole('button', { name: step, exact: true });
    if (!(await button.count())) {
      const handOver = page.locator('form', { hasText: `“${step}”由` }).getByRole('button');
      await handOver.click();
    }
    await button.click();
    await expect(page.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
  }

  /** Asks for several corrections at once, each in words of its own. */
  async asksToCorrect(items: Record<string, string>): Promise<void> {
    const { page } = this;
    await page.getByText('要求补正…').click();
    for (const [item, words] of Object.entries(items)) {
      await page.getByRole('checkbox', { name: item, exact: true }).check();
      await page.getByRole('textbox', { name: `${item}：要补什么` }).fill(words);
    }
    await page.getByRole('button', { name: '发出补正通知' }).click();
    await expect(page.getByText('等申请人补正')).toBeVisible();
  }

  /** Moves the parcel of a case along, as the post would. */
  async posts(number: string, ...steps: string[]): Promise<void> {
    const { page } = this;
    const parcel = page.getByRole('article').filter({ hasText: number });
    await expect(async () => {
      await page.goto(`${SANDBOX}/post`);
      await expect(parcel).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    for (const step of steps) {
      await parcel.getByRole('button', { name: step }).click();
      await expect(parcel.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
    }
  }
}
