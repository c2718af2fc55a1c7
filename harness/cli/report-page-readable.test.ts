import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, inBrowser, keepPicture, openPages, type Pages } from './test-support/page.ts';
import { faintTexts, namelessControls } from './test-support/readable.ts';

let pages: Pages;
beforeAll(async () => {
  if (browserPath) pages = await openPages();
});
afterAll(() => pages?.[Symbol.asyncDispose]());

describe.skipIf(!browserPath)('everybody can read it', () => {
  const HASHES = [
    '#/',
    '#/cases',
    '#/clauses',
    '#/timeline',
    '#/proof',
    '#/proof/P-lost',
    '#/case/corpus%2Fv02-b',
    '#/case/corpus%2Fv02-c',
  ];

  test.each(['light', 'dark'] as const)(
    inBrowser('in %s: text has contrast, and what can be used has a name'),
    async (colorScheme) => {
      await using opened = await pages.open(pages.red, { colorScheme });
      for (const hash of HASHES) {
        await opened.page.goto(`${pages.red}${hash}`);
        await opened.page.waitForFunction(() => !document.querySelector('[aria-busy]'));
        expect(await opened.page.evaluate(faintTexts), hash).toEqual([]);
        expect(await opened.page.evaluate(namelessControls), hash).toEqual([]);
        await keepPicture(opened.page, `${colorScheme}${hash.replaceAll(/\W+/g, '-')}`);
      }
    },
  );

  test(inBrowser('on a narrow screen: nothing is wider than it'), async () => {
    await using opened = await pages.open(pages.red, { viewport: { width: 360, height: 740 } });
    for (const hash of HASHES) {
      await opened.page.goto(`${pages.red}${hash}`);
      expect(
        await opened.page.evaluate(() => document.documentElement.scrollWidth),
        hash,
      ).toBeLessThanOrEqual(360);
      await keepPicture(opened.page, `narrow${hash.replaceAll(/\W+/g, '-')}`);
    }
  });
});
