import { expect, test } from '../helpers/journey.js';

test('the choice to fill in by hand outlasts a reload in the moment the page goes on by it', async ({ applicant }) => {
  const { page } = applicant;
  await applicant.signInToApply('孙悦');
  await expect(page.getByRole('button', { name: '不同意，自己填写' })).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('#app .task-list')) location.reload();
    }).observe(document.body, { childList: true, subtree: true });
  });
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '不同意，自己填写' }).click();
  await loaded;
  await expect(page.getByText('您选择了自己填写，提交后由派出所核对。')).toBeVisible();
  await expect(page.getByRole('button', { name: '不同意，自己填写' })).toHaveCount(0);
});

test('whoever keeps the records closed fills everything in by hand, and the desk is told to check it', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await applicant.signInToApply('孙悦');
  const read: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/records') read.push(request.url());
  });
  await applicant.refuseTheRecords();
  await expect(page.getByText('您选择了自己填写，提交后由派出所核对。')).toBeVisible();
  await look(page, 'tasks-by-hand');

  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  await applicant.address('户籍地址').fill('四川省达州市通川区演示路9号');
  await applicant.goOn();

  await applicant.isOnStep('居住地址');
  await page.getByLabel('区（市）县').selectOption({ label: '金牛区' });
  await page.getByLabel('居住地街道').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示街45号荷花苑3栋1204室');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
  await look(page, 'residence-by-hand');
  await applicant.goOn();

  await applicant.isOnStep('申领条件');
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
  await test.step('the employer is found by its code, and one that is written otherwise can be put right', async () => {
    const [employer, code] = [page.getByLabel('工作单位'), page.getByLabel(/统一社会信用代码/)];
    await code.fill('91519999ma00000233');
    await expect(employer).toHaveValue('蓉演示餐饮有限公司');
    await expect(page.getByText('这个代码登记的单位是：蓉演示餐饮有限公司')).toBeVisible();
    await employer.fill('演示餐饮');
    await page.getByRole('button', { name: '填入这个名称' }).click();
    await expect(employer).toHaveValue('蓉演示餐饮有限公司');
    await expect(page.getByRole('button', { name: '填入这个名称' })).toBeHidden();
    await code.fill('91350100M000100Y43');
    await expect(page.getByText('没有查到这个代码的单位')).toBeVisible();
    await code.fill('');
  });
  // The bar below lies over whatever it was scrolled to.
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 'ground-by-hand');
  await applicant.goOn();

  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('住址证明')).toBeVisible();
  await expect(applicant.slot('条件证明')).toBeVisible();
  await applicant.photographEverything();
  await applicant.goOn();
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await look(page, 'review-by-hand');
  const number = await applicant.submit();
  expect(read).toEqual([]);

  await officer.opens(number);
  await expect(officer.page.getByRole('heading', { name: '系统核对 需要核对' })).toBeVisible();
  await expect(officer.page.getByText('演示街45号荷花苑3栋1204室')).toBeVisible();
  await look(officer.page, 'desk');
});
