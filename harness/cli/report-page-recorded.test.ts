import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, inBrowser, keepPicture, openPages, type Pages } from './test-support/page.ts';

let pages: Pages;
beforeAll(async () => {
  if (browserPath) pages = await openPages();
});
afterAll(() => pages?.[Symbol.asyncDispose]());

describe.skipIf(!browserPath)('what was recorded of a case', () => {
  test(inBrowser('tells leases in the order of the requests, each as long as it lasts'), async () => {
    await using opened = await pages.open(`${pages.red}#/case/corpus%2Fv02-c`);
    const steps = opened.page.locator('.leases li');
    await steps.first().waitFor();
    expect(await steps.allInnerTexts()).toEqual([
      'granted to ann for 5 min 0 s, until 05:20:00',
      'refused (409) ann has it until 05:20:00',
    ]);
    const widths = await steps
      .locator('rect')
      .evaluateAll((all) => all.map((each) => each.getAttribute('width')));
    expect(widths).toEqual(['1000.0', '1000.0']);
    await keepPicture(opened.page, 'leases');
  });

  test(inBrowser('tells a conversation turn by turn, whatever was said in it'), async () => {
    await using opened = await pages.open(`${pages.red}#/case/corpus%2Fv02-c`);
    const { page, watched } = opened;
    await page.locator('.turns li').waitFor();
    expect(await page.locator('.turns .said').textContent()).toContain('Who am I? </script><script>');
    expect(await page.locator('.turns .answered').textContent()).toContain('Ada. </script><script>');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'assayRan') as unknown)).toBeUndefined();
    expect(watched.complaints).toEqual([]);
  });
});
