import { expect, test } from '../helpers/journey.js';

test('a street is found by its Pinyin, and an address anywhere by lists or by being pasted', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.signInToApply('何建平');
  await applicant.refuseTheRecords();
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  const household = page.getByRole('group', { name: '户籍地址' });

  await test.step('province, city and county are chosen, the rest is written', async () => {
    await household.getByLabel('省（区、市）').selectOption('四川省');
    await household.getByLabel('市（州、盟）').selectOption('达州市');
    await household.getByLabel('区（县、旗）').selectOption('通川区');
    await applicant.address('户籍地址').fill('演示路9号');
    await applicant.isKept();
    await look(page, 'household');
    await page.reload();
    await applicant.hasAddress('户籍地址', ['四川省', '达州市', '通川区'], '演示路9号');
  });

  await test.step('another province takes city and county away, and leaves the rest', async () => {
    await household.getByLabel('省（区、市）').selectOption('贵州省');
    await applicant.hasAddress('户籍地址', ['贵州省', '', ''], '演示路9号');
  });

  await test.step('a whole address pasted behind what was chosen is taken once, and Beijing has no third list', async () => {
    await applicant.address('户籍地址').fill('北京市朝阳区演示路9号');
    await page.getByLabel('手机号码').focus();
    await applicant.hasAddress('户籍地址', ['北京市', '朝阳区'], '演示路9号');
    await applicant.goOn();
  });

  await test.step('the first letters of its Pinyin find a street, and with it its district', async () => {
    await applicant.isOnStep('居住地址');
    const find = page.getByLabel('按名称找街道或镇');
    await find.pressSequentially('gx');
    await expect(page.getByRole('listbox').getByRole('option', { name: /^桂溪街道/ })).toContainText('武侯区');
    await look(page, 'found');
    await find.press('Enter');
    await expect(find).toHaveValue('桂溪街道');
    await expect(page.getByLabel('区（市）县')).toHaveValue('510107');
    await expect(page.getByLabel('居住地街道')).toHaveValue('510107064');
    await expect(page.getByText('申请由桂溪派出所办理')).toBeVisible();
  });

  await test.step('so do its whole Pinyin and its characters, and the lists still have the last word', async () => {
    const find = page.getByLabel('按名称找街道或镇');
    await find.fill('xipu');
    await page.getByRole('listbox').getByRole('option', { name: /^犀浦街道/ }).click();
    await expect(page.getByLabel('居住地街道')).toHaveValue('510117006');
    await find.fill('石羊');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
    await page.getByRole('listbox').getByRole('option', { name: /都江堰市/ }).click();
    await expect(page.getByLabel('区（市）县')).toHaveValue('510181');
    await page.getByLabel('居住地街道').selectOption({ label: '青城山镇' });
    await expect(find).toHaveValue('');
    await find.fill('没有这条街');
    await expect(page.getByRole('listbox')).toBeHidden();
  });
  await applicant.givesUp('first_issue');
});

test('where the divisions can not be had, an address is written as a whole', async ({ applicant }) => {
  const { page } = applicant;
  await page.route('**/regions.txt', (route) => route.abort());
  await applicant.signInToApply('何建平');
  await applicant.refuseTheRecords();
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  await expect(page.getByText('从省份写起，写到门牌号')).toBeVisible({ timeout: 15_000 });
  await applicant.address('户籍地址').fill('四川省达州市通川区演示路9号');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await page.unroute('**/regions.txt');
  await page.goBack();
  await applicant.isOnStep('联系方式');
  await applicant.hasAddress('户籍地址', ['四川省', '达州市', '通川区'], '演示路9号');
  await applicant.givesUp('first_issue');
});
