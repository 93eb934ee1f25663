import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

// A parent acts for children under sixteen: whose it is always shows, and what is one child's never becomes another's.

const [PARENT, CHILD, YOUNGER] = ['孟知远', '孟一禾', '孟一诺'];

test('a parent applies for one child, has begun for the other, and keeps their own apart', async ({
  applicant,
  officer,
  look,
}) => {
  test.setTimeout(300_000);
  const { page } = applicant;
  const banner = page.getByText(/现在是替/);

  await test.step('finds the children in the register, with consent', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: /^为谁办理/ }).click();
    await page.getByRole('link', { name: '去登录' }).click();
    await applicant.passTheCheck(PARENT, '网络身份认证');
    await page.waitForURL('**/household');
    await expect(page.getByRole('heading', { name: PARENT })).toBeVisible();
    await look(page, 'household-alone');
    await page.getByRole('button', { name: '查户籍记录' }).click();
    await page.getByRole('checkbox', { name: /我同意读取以上记录/ }).check();
    await page.getByRole('button', { name: '同意并读取' }).click();
    await expect(page.getByRole('heading', { name: CHILD })).toBeVisible();
    await expect(page.getByRole('heading', { name: YOUNGER })).toBeVisible();
    await look(page, 'household');
  });

  await test.step('in another tab begins for the younger one', async () => {
    const other = new Applicant(await page.context().newPage());
    await other.page.goto('/household');
    await other.page.getByRole('link', { name: `替${YOUNGER}办` }).click();
    await expect(other.page.getByText('现在是替孩子办')).toBeVisible();
    await other.page.goto('/apply/first_issue');
    await other.agreeToTheRecords();
    await expect(other.page.getByText(`现在是替${YOUNGER}办`)).toBeVisible();
    await other.openStep('联系方式');
    await other.typesAnotherNumber('13900139000');
  });

  await test.step('acts for the older one, who has a form of their own with the parent as agent', async () => {
    await page.getByRole('link', { name: `替${CHILD}办` }).click();
    await expect(banner).toBeVisible();
    await page.getByRole('link', { name: /^申领居住证/ }).click();
    await applicant.agreeToTheRecords();
    await expect(banner).toContainText(CHILD);
    await look(page, 'overview-for-a-child');
    await applicant.openStep('联系方式');
    await expect(page.getByLabel('手机号码').first()).toHaveValue(/154\s?0000\s?0023/);
    await expect(page.getByLabel('代办人姓名')).toHaveValue(PARENT);
    await expect(page.getByLabel('代办人身份证号')).toHaveAttribute('readonly');
    await expect(page.getByText('由您的登录填写，不能改成别人').first()).toBeVisible();
    await look(page, 'contact-for-a-child');
    await applicant.goOn();
    await applicant.isOnStep('居住地址');
    await page.reload();
    await expect(banner).toContainText(CHILD);
    await applicant.isOnStep('居住地址');
    await applicant.goOn();
    await page.getByRole('radio', { name: /^连续就读/ }).check();
    await expect(page.getByLabel('就读学校')).toHaveValue('蓉演示小学');
    await applicant.goOn();
    await applicant.isOnStep('拍材料');
    await applicant.photographEverything();
    await applicant.photographs('代办人身份证人像面', 'astronaut');
    await applicant.photographs('代办人身份证国徽面', 'rocket');
    await applicant.goOn();
    await applicant.chooseDelivery('pick_up');
    await applicant.goOn();
    await applicant.isOnStep('核对并提交');
  });

  const number = await applicant.submit();

  await test.step('the officer sees the child as the applicant and the parent as the agent', async () => {
    await officer.opens(number);
    await expect(officer.page.getByText(CHILD).first()).toBeVisible();
    await expect(officer.page.getByText(PARENT).first()).toBeVisible();
    await officer.does('受理');
  });

  await test.step('everything stands with whose it is', async () => {
    await page.goto('/applications');
    await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
    await page.getByRole('link', { name: '换回我自己' }).click();
    await expect(banner).toHaveCount(0);
    const of = (name: string) => page.getByRole('region', { name });
    await expect(of(PARENT).getByText('还没有申请')).toBeVisible();
    await expect(of(CHILD).getByRole('link', { name: new RegExp(number) })).toBeVisible();
    await expect(of(YOUNGER).getByRole('link', { name: /申领/ })).toBeVisible();
    await look(page, 'household-with-applications');
    await page.goto('/applications');
    await expect(page.getByText(number)).toHaveCount(0);
    await page.goto('/apply/first_issue');
    await applicant.agreeToTheRecords();
    await applicant.openStep('联系方式');
    await expect(page.getByLabel('代办人姓名')).toHaveCount(0);
    await applicant.typesAnotherNumber('13700137000');
  });

  await test.step('and leads there again', async () => {
    await page.goto('/household');
    await page.getByRole('region', { name: YOUNGER }).getByRole('link', { name: /申领/ }).click();
    // The tab has to have become the child's before it goes on.
    await expect(banner).toBeVisible();
    await applicant.openStep('联系方式');
    await expect(banner).toContainText(YOUNGER);
    await applicant.hasNumber('13900139000');
  });

  await test.step('a tab of one’s own opens one’s own also while the API is down, whoever’s form was open last', async () => {
    const own = new Applicant(await page.context().newPage());
    await own.page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await own.page.goto('/apply/first_issue/applicant');
    await own.isOnStep('联系方式');
    await own.hasNumber('13700137000');
    await expect(own.page.getByLabel('代办人姓名')).toHaveCount(0);
  });
});
