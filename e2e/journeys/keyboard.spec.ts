import { expect, test } from '../helpers/journey.js';
import { Keyboard } from '../helpers/keyboard.js';
import { photograph } from '../helpers/photographs.js';

test('somebody with a keyboard alone applies, from the home page to the receipt, and takes the application back', async ({
  applicant,
}) => {
  test.setTimeout(300_000);
  const { page } = applicant;
  const keyboard = new Keyboard(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const goesOn = (screen: string) => keyboard.acts(screen, button('保存并继续'));

  await test.step('finds the service on the home page', async () => {
    await page.goto('/');
    await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
    await keyboard.walk('home');
    await keyboard.acts('home', link(/首次申领|申领居住证/));
  });

  await test.step('signs in', async () => {
    await keyboard.arrives('先登录，再申领');
    await keyboard.walk('before the sign-in');
    await keyboard.acts('before the sign-in', link('登录并开始'));
    await page.waitForURL(/interaction|identity|:\d+\/[^/]*$/);
    await expect(page.getByRole('radio').first()).toBeVisible();
    await keyboard.walk('citizens');
    await keyboard.chooses(page.getByRole('radio', { name: '杨清和' }));
    await keyboard.acts('citizens', button('继续'));
    await expect(link('网络身份认证')).toBeVisible();
    await keyboard.walk('ways');
    await keyboard.acts('ways', link('网络身份认证'));
    await expect(button('核验并登录')).toBeVisible();
    await keyboard.walk('check');
    await keyboard.types(page.getByRole('textbox'), await applicant.readsTheCode());
    await keyboard.acts('check', button('核验并登录'));
  });

  await test.step('lets the records be read, having forgotten the tick at first', async () => {
    const agree = button('同意并读取');
    await expect(agree).toBeVisible();
    await keyboard.walk('consent');
    await keyboard.acts('consent', agree);
    const tick = page.getByRole('checkbox', { name: /我同意读取以上记录/ });
    await expect(tick).toBeFocused();
    await keyboard.isPlaced();
    await page.keyboard.press('Space');
    await expect(tick).toBeChecked();
    await keyboard.follows(agree);
  });

  await test.step('goes through the steps', async () => {
    await keyboard.arrives('申领居住证');
    await keyboard.walk('tasks');
    await keyboard.acts('tasks', link(/联系方式/).last());

    await applicant.isOnStep('联系方式');
    await keyboard.arrives(/.+/);
    await keyboard.walk('contact');
    const show = button(/^显示/);
    await keyboard.tabTo(show);
    await page.keyboard.press('Space');
    await expect(button(/^隐藏/)).toBeFocused();
    await goesOn('contact');

    await applicant.isOnStep('居住地址');
    await keyboard.arrives(/.+/);
    await keyboard.walk('residence');
    await goesOn('residence');

    await applicant.isOnStep('申领条件');
    await keyboard.arrives(/.+/);
    await keyboard.walk('ground');
    await goesOn('ground, with nothing chosen');
    // What is wrong has the place now, and leads to where it is mended.
    await expect(page.getByRole('alert').getByRole('heading')).toBeVisible();
    await keyboard.isPlaced();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: /^合法稳定就业/ })).toBeFocused();
    await keyboard.isPlaced();
    await keyboard.chooses(page.getByRole('radio', { name: /^合法稳定就业/ }));
    await keyboard.chooses(page.getByRole('radio', { name: /^机关事业单位/ }));
    await keyboard.types(page.getByLabel('工作单位'), '蓉演示第一小学');
    await keyboard.walk('ground, chosen');
    await goesOn('ground');
  });

  await test.step('photographs the documents, deletes one and retakes another', async () => {
    await applicant.isOnStep('拍材料');
    await keyboard.arrives(/.+/);
    await keyboard.walk('pictures, none yet');
    for (const [item, name] of [
      ['身份证人像面', 'astronaut'],
      ['身份证国徽面', 'coffee'],
      ['本人证件照', 'astronaut'],
      ['住址证明', 'coffee'],
      ['条件证明', 'rocket'],
    ] as const) {
      const slot = applicant.slot(item);
      if (!(await slot.count())) continue;
      // The way to the file is the system's own dialog, which opens on the control that has the place.
      const input = slot.getByLabel(/拍照|相册/);
      await keyboard.tabTo(input);
      await input.setInputFiles(await photograph(name));
      await expect(slot.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
      await keyboard.isPlaced();
    }
    await keyboard.walk('pictures');
    const front = applicant.slot('身份证人像面');
    const retake = front.getByLabel(/^重拍/);
    await keyboard.tabTo(retake);
    await retake.setInputFiles(await photograph('rocket'));
    await expect(front.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
    await keyboard.isPlaced();
    await keyboard.follows(front.getByRole('button', { name: /^删除/ }));
    const again = front.getByLabel(/拍照|相册/);
    await expect(again).toBeFocused();
    await keyboard.isPlaced();
    await again.setInputFiles(await photograph('astronaut'));
    await expect(front.getByText('已上传').first()).toBeVisible({ timeout: 60_000 });
    await keyboard.isPlaced();
    await goesOn('pictures');
  });

  await test.step('has it posted', async () => {
    await applicant.isOnStep('领取方式');
    await keyboard.arrives(/.+/);
    await keyboard.chooses(page.getByRole('radio', { name: /^邮政寄递/ }));
    await keyboard.types(applicant.address('收件地址'), '四川省绵阳市涪城区演示街8号');
    await keyboard.ticks(page.getByRole('checkbox', { name: /我同意把以上收件信息提供给邮政/ }));
    await keyboard.walk('delivery');
    await goesOn('delivery');
  });

  await test.step('changes an answer from the review, and comes back to it', async () => {
    await applicant.isOnStep('核对并提交');
    await keyboard.arrives(/.+/);
    await keyboard.walk('review');
    await keyboard.follows(link(/收件地址/));
    await expect(applicant.address('收件地址')).toBeFocused();
    await keyboard.isPlaced();
    await keyboard.types(applicant.address('收件地址'), '四川省绵阳市涪城区演示街9号');
    await keyboard.acts('delivery, from the review', button(/回到核对|保存并/));
    await keyboard.arrives(/.+/);
  });

  await test.step('declares and submits', async () => {
    await keyboard.ticks(page.getByRole('checkbox', { name: /我声明/ }));
    await keyboard.acts('review', button(/^提交给/));
    await page.waitForURL(/\/receipt$/, { timeout: 60_000 });
    await keyboard.arrives(/.+/);
    await keyboard.walk('receipt');
    await keyboard.acts('receipt', link(/进度|状态/).first());
  });

  await test.step('takes the application back, after a second thought', async () => {
    await page.waitForURL(/\/applications\/[^/]+$/);
    await keyboard.arrives(/.+/);
    await expect(page.getByRole('heading', { name: /等.*受理/ })).toBeVisible();
    await keyboard.walk('status');
    const withdraw = button('撤回申请').first();
    await keyboard.acts('status', withdraw);
    const dialog = page.getByRole('dialog', { name: '撤回这次申请？' });
    await expect(dialog).toBeVisible();
    await keyboard.walk('withdrawal');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(withdraw).toBeFocused();
    await page.keyboard.press('Enter');
    await keyboard.acts('withdrawal', dialog.getByRole('button', { name: '撤回申请' }));
    await expect(page.getByRole('heading', { name: '您撤回了这次申请' })).toBeVisible();
    await keyboard.arrives(/.+/);
  });

  console.log(`Presses of Tab to the main action:\n${keyboard.report()}`);
});
