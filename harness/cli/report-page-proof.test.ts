import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, inBrowser, keepPicture, openPages, type Pages } from './test-support/page.ts';

let pages: Pages;
beforeAll(async () => {
  if (browserPath) pages = await openPages();
});
afterAll(() => pages?.[Symbol.asyncDispose]());

describe.skipIf(!browserPath)('the proof of the gates', () => {
  test(inBrowser('is a matrix of mutants and clauses, and what was not killed comes first'), async () => {
    await using opened = await pages.open(`${pages.red}#/proof`);
    const { page } = opened;
    expect(await page.locator('.faults').first().textContent()).toContain('P-lost');
    expect(await page.getByRole('heading', { name: 'corpus' }).textContent()).toContain('1 of 2 mutants');
    const plot = page.getByRole('img', { name: 'corpus: 2 mutants by 2 clauses' });
    await plot.hover({ position: { x: 2, y: 2 } });
    expect(await page.locator('.kills figcaption').textContent()).toContain('a v0.2 body is passed on');
    await keepPicture(page, 'proof');
    await plot.click({ position: { x: 2, y: 2 } });
    await page.getByRole('heading', { name: 'M108' }).waitFor();
    await page.getByRole('link', { name: 'corpus/v02-b' }).click();
    await page.getByRole('heading', { name: 'corpus/v02-b' }).waitFor();
    await page.getByText('Proven to notice 1 known regression').click();
    await page.locator('.killers').getByRole('link', { name: 'M108' }).click();
    await page.getByRole('heading', { name: 'M108' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Proof of these gates' }).waitFor();
  });

  test(
    inBrowser('tells of each suite how many mutants were killed, and of a mutant who outlived it'),
    async () => {
      await using opened = await pages.open(pages.red);
      const { page } = opened;
      const row = page.locator('.suites tbody tr');
      expect(await row.locator('td').last().textContent()).toBe('1 of 2');
      await page.goto(`${pages.red}#/proof/P-lost`);
      await page.getByRole('heading', { name: 'Outlived it' }).waitFor();
      expect(await page.locator('.faults').first().textContent()).toContain(
        'corpus/v03-gone not in this run',
      );
      await page.goto(`${pages.red}#/proof/unknown`);
      await page.getByRole('heading', { name: 'No such mutant' }).waitFor();
    },
  );
});
