import { expect, test } from '../helpers/journey.js';
import { photograph } from '../helpers/photographs.js';

/** The part of a picture that a request carries: `bytes 0-32767/90000`. */
interface Part {
  first: number;
  last: number;
  size: number;
}

function part(range: string | undefined): Part {
  const [first, last, size] = (range ?? '').match(/\d+/g)?.map(Number) ?? [];
  if (first === undefined || last === undefined || size === undefined) throw new Error(`no part: ${range}`);
  return { first, last, size };
}

test('a picture whose line breaks goes on where it broke, also after a reload, and nothing is taken again', async ({
  applicant,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远');
  await applicant.reachesThePictures();
  const sent: Part[] = [];
  let answered = 0;
  let broken = true;
  await page.route('**/api/pictures/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    // The first two parts pass; then there is no line.
    if (broken && answered >= 2) return route.abort('internetdisconnected');
    sent.push(part(await route.request().headerValue('content-range').then((range) => range ?? undefined)));
    answered += 1;
    return route.continue();
  });
  await applicant.chooses('身份证人像面', 'astronaut');
  const slot = applicant.slot('身份证人像面');
  await expect(slot.getByText(/正在上传 \d+%（共 \d+ KB）/)).toBeVisible();
  await expect.poll(() => answered, { timeout: 60_000 }).toBe(2);
  const arrived = (sent.at(-1)?.last ?? 0) + 1;
  expect(arrived, 'parts grow on a good line').toBeGreaterThan(64 * 1024);

  await page.reload();
  await applicant.isOnStep('拍材料');
  await expect(slot.getByRole('img')).toBeVisible();
  broken = false;
  sent.length = 0;
  await expect(slot.getByText('已上传')).toBeVisible({ timeout: 90_000 });
  // The phone no longer knows how much arrived: one small part asks, and the rest begins where the line broke.
  expect(sent[0]).toMatchObject({ first: 0, last: 32 * 1024 - 1 });
  expect(sent[1]?.first).toBe(arrived);
  expect(sent.at(-1)?.last).toBe((sent[0]?.size ?? 0) - 1);
});

test.describe('in the citizen cloud', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 tfsmy' });

  test('where the host sends text alone a picture goes as text', async ({ applicant }) => {
    const { page } = applicant;
    await applicant.startFirstIssue('吴思远');
    await applicant.reachesThePictures();
    const types: (string | null)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/api/pictures/')) {
        types.push(request.headers()['content-type'] ?? null);
      }
    });
    const input = applicant.slot('身份证国徽面').locator('input[type=file]').first();
    await input.setInputFiles(await photograph('coffee'));
    await expect(applicant.slot('身份证国徽面').getByText('已上传')).toBeVisible({ timeout: 60_000 });
    expect(new Set(types)).toEqual(new Set(['application/json']));
  });
});
