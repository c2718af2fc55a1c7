import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, inBrowser, keepPicture, openPages, type Pages } from './test-support/page.ts';

let pages: Pages;
beforeAll(async () => {
  if (browserPath) pages = await openPages();
});
afterAll(() => pages?.[Symbol.asyncDispose]());

const rowIds = (page: Page) => page.locator('.line code').allTextContents();

describe.skipIf(!browserPath)('the list of cases', () => {
  test(inBrowser('shows every case until somebody narrows it, what needs attention first'), async () => {
    await using opened = await pages.open(`${pages.red}#/cases`);
    const { page } = opened;
    expect(await page.locator('.found').textContent()).toBe('2,006 of 2,006');
    const ids = await rowIds(page);
    expect(ids.slice(0, 5)).toEqual(
      ['v02-b', 'v02-c', 'v03-d', 'v03-p', 'v03-a'].map((id) => `corpus/${id}`),
    );
    expect(await page.locator('*').count()).toBeLessThan(1_500);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await rowIds(page)).at(-1)).toBe('corpus/v03-e');
    await keepPicture(page, 'cases');
  });

  test(inBrowser('is narrowed by a click, a choice and a word, and the address keeps that'), async () => {
    await using opened = await pages.open(`${pages.red}#/cases`);
    const { page } = opened;
    await page.getByRole('link', { name: /^failed \d/ }).click();
    await page.getByLabel('family').selectOption('v0.2');
    await page.getByLabel('Search cases').fill('of v02-c');
    expect(await rowIds(page)).toEqual(['corpus/v02-c']);
    const address = page.url();
    await using again = await pages.open(address);
    expect(await rowIds(again.page)).toEqual(['corpus/v02-c']);
    expect(await again.page.getByLabel('Search cases').inputValue()).toBe('of v02-c');
  });

  test(inBrowser('is used by keys alone: search, go down, open, go on, come back'), async () => {
    await using opened = await pages.open(pages.red);
    const { page } = opened;
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('broke v02');
    await page.getByLabel('Search cases').fill('v02');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('v02-c');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'corpus/v02-c' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'corpus/v02-b' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').textContent()).toContain('2 of 2,006');
  });
});
