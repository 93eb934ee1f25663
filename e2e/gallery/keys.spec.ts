import type { Page } from '@playwright/test';

import { allStories, expect, show, test } from './stories.js';

/** The identifier of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('tabs: the arrow keys go round and show, and the Tab key goes on to the panel', async ({ page }) => {
  await show(page, 'tabs/two');
  await page.locator('#now-tab').focus();
  await press(page, 'ArrowRight');
  expect(await focused(page)).toBe('done-tab');
  await expect(page.locator('#done')).toBeVisible();
  await expect(page.locator('#now')).toBeHidden();
  await press(page, 'ArrowRight');
  expect(await focused(page)).toBe('now-tab');
  await press(page, 'End', 'Tab');
  expect(await focused(page)).toBe('done');
});

test('tabs: the arrow keys go the way the script runs', async ({ page }) => {
  await show(page, 'tabs/many', { name: 'from right to left', settings: { direction: 'rtl' } });
  await page.locator('#endorsement-tab').focus();
  await press(page, 'ArrowLeft');
  expect(await focused(page)).toBe('change-tab');
});

test('calendar: keys go by day, week, month and year, and the grid is one stop', async ({ page }) => {
  await show(page, 'calendar/choose');
  await page.locator('#visit-2026-07-20').focus();
  const steps: [string, string][] = [
    ['ArrowRight', 'visit-2026-07-21'],
    ['ArrowDown', 'visit-2026-07-28'],
    ['End', 'visit-2026-08-02'],
    ['PageDown', 'visit-2026-09-02'],
    ['Home', 'visit-2026-08-31'],
    ['Shift+PageUp', 'visit-2025-08-31'],
  ];
  for (const [key, day] of steps) {
    await press(page, key);
    await expect.poll(() => focused(page), key).toBe(day);
  }
  await expect(page.locator('.calendar-choose[tabindex="0"]')).toHaveCount(1);
});

test('calendar: a day within the limits is chosen by Enter, and one outside of them is not', async ({ page }) => {
  await show(page, 'calendar/choose');
  await page.locator('#visit-2026-07-20').focus();
  await press(page, 'ArrowRight');
  await expect.poll(() => focused(page)).toBe('visit-2026-07-21');
  await press(page, 'Enter');
  await expect(page.locator('[aria-selected=true] button')).toHaveAttribute('id', 'visit-2026-07-21');
  await press(page, 'ArrowUp', 'ArrowUp');
  await expect.poll(() => focused(page)).toBe('visit-2026-07-07');
  await press(page, 'Enter');
  await expect(page.locator('[aria-selected=true] button')).toHaveAttribute('id', 'visit-2026-07-21');
});

test('calendar: a line of the legend turns to its month', async ({ page }) => {
  await show(page, 'calendar/eligibility');
  await page.locator('.calendar-legend-line').first().click();
  await expect(page.locator('.calendar-month')).toHaveText('2026年1月');
});

test('combobox: what is written narrows the list, the arrows go through it, Enter takes', async ({ page }) => {
  await show(page, 'combobox/streets');
  const input = page.getByRole('combobox');
  await input.pressSequentially('tianfu');
  await expect(page.getByRole('option')).toHaveCount(3);
  await press(page, 'ArrowDown', 'ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('天府大道中段');
  await press(page, 'Enter');
  await expect(input).toHaveValue('天府大道中段');
  await expect(input).toHaveAttribute('aria-expanded', 'false');
});

test('combobox: Enter takes the first entry where the arrows went to none', async ({ page }) => {
  await show(page, 'combobox/streets');
  const input = page.getByRole('combobox');
  await input.pressSequentially('tianfu');
  await expect(page.getByRole('option')).toHaveCount(3);
  await press(page, 'Enter');
  await expect(input).toHaveValue('天府大道北段');
});

test('combobox: Esc closes first and empties then, and the count is said after a pause', async ({ page }) => {
  await show(page, 'combobox/streets');
  const input = page.getByRole('combobox');
  const said = page.getByRole('status');
  await input.pressSequentially('chunxi');
  await expect(said).toBeEmpty();
  await expect(said).not.toBeEmpty();
  await press(page, 'Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(input).toHaveValue('chunxi');
  await press(page, 'Escape');
  await expect(input).toHaveValue('');
});

test('combobox: a tap takes an entry and leaves the focus in the input', async ({ page }) => {
  await show(page, 'combobox/streets');
  await page.getByRole('combobox').pressSequentially('天府');
  await page.getByRole('option').nth(2).click();
  await expect(page.getByRole('combobox')).toHaveValue('天府一街');
  expect(await focused(page)).toBe('street');
});

test('stepper: keys and buttons count, and what is no number within the limits goes back', async ({ page }) => {
  await show(page, 'stepper/number');
  const input = page.locator('#people');
  await page.locator('.stepper-button').last().click();
  await expect(input).toHaveValue('4');
  await expect(page.getByRole('status')).toHaveText('4 人');
  await input.focus();
  await press(page, 'ArrowDown');
  await expect(input).toHaveValue('3');
  await input.fill('99');
  await press(page, 'Tab');
  await expect(input).toHaveValue('3');
});

test('switch: Space moves it', async ({ page }) => {
  await show(page, 'switch/off');
  await page.getByRole('switch').focus();
  await press(page, 'Space');
  await expect(page.getByRole('switch')).toBeChecked();
});

test('code: a pasted gap is taken out, and while it waits the button does nothing and keeps the focus', async ({ page }) => {
  await show(page, 'code_input/waiting');
  await page.locator('#code').fill('123 456');
  await expect(page.locator('#code')).toHaveValue('123456');
  const button = page.getByRole('button');
  await button.focus();
  await press(page, 'Enter');
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleDescription('42 秒后可以再发');
});

test('dialog and sheet: Esc closes both, a tap beside closes the sheet alone', async ({ page }) => {
  const open = page.locator('dialog[open]');
  await show(page, 'dialog/question');
  await expect(open).toHaveCount(1);
  await page.mouse.click(180, 20);
  await expect(open).toHaveCount(1);
  await press(page, 'Escape');
  await expect(open).toHaveCount(0);
  await show(page, 'sheet/list');
  await expect(open).toHaveCount(1);
  await page.mouse.click(180, 20);
  await expect(open).toHaveCount(0);
});

test('a control that has the focus may be taken away with its page', async ({ page }) => {
  test.setTimeout(600_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(`${page.url()}: ${error}`));
  const places = await allStories(page);
  for (const place of places) {
    await show(page, place);
    const control = page.locator('#canvas :is(input, textarea, select, button):visible').first();
    if ((await control.count()) > 0) await control.focus();
  }
  expect(broken).toEqual([]);
});
