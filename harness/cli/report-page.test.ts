import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from '../report/html/testing.ts';
import { AT, broken, judged, sampleRun } from '../report/testing.ts';
import {
  browserPath,
  inBrowser,
  keepPicture,
  ready,
  startBrowser,
  watch,
  writePage,
} from './test-support/page.ts';

let directory: string;
let browser: Browser;
let red: string;

/** A run with every kind of case, and so many that a list of all of them would be felt. */
const RED = sampleRun([
  judged('v03-a'),
  broken('v02-b'),
  broken('v02-c'),
  judged('v03-d', { verdict: 'inconclusive', reason: 'the runtime is gone' }),
  judged('v03-e', { verdict: 'not-applicable', reason: 'no files' }),
  judged('v03-p', { policy: 'as-recorded' }),
  ...Array.from({ length: 2_000 }, (_, index) => judged(`v03-many-${index}`)),
]);

beforeAll(async () => {
  if (!browserPath) return;
  directory = await mkdtemp(join(tmpdir(), 'assay-page-'));
  browser = await startBrowser();
  red = await writePage(join(directory, 'red'), RED);
});
afterAll(async () => {
  if (!browserPath) return;
  await browser.close();
  await rm(directory, { recursive: true, force: true });
});

/** Opens an address on the day of the sample run, with what was asked for and complained of. */
async function open(url: string, options: BrowserContextOptions & { readonly days?: number } = {}) {
  const { days = 0, ...rest } = options;
  const page = await browser.newPage(rest);
  await page.clock.setFixedTime(Date.parse(AT) + days * 86_400_000);
  const watched = watch(page);
  await page.goto(url);
  await ready(page);
  return { page, watched, [Symbol.asyncDispose]: () => page.close() };
}

const rowIds = (page: Page) => page.locator('.line code').allTextContents();

describe.skipIf(!browserPath)('the page of a run', () => {
  test(inBrowser('opens from disk, asks for nothing else and complains of nothing'), async () => {
    await using opened = await open(red);
    expect(await opened.page.locator('h1').textContent()).toMatch(/^HOLD\s*2 of 2006 cases broke a clause/);
    for (const view of ['Cases', 'Clauses', 'Timeline'])
      await opened.page.getByRole('link', { name: view }).first().click();
    expect(opened.watched).toEqual({ requests: [red], complaints: [] });
  });

  test(
    inBrowser('says its verdict without any script, and is not rearranged when the script takes over'),
    async () => {
      const plain = await browser.newPage({ javaScriptEnabled: false });
      await plain.goto(red);
      const told = await plain.locator('main').textContent();
      expect(told).toMatch(/^HOLD/);
      await plain.close();
      await using opened = await open(red);
      const shift = await opened.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              resolve(
                list
                  .getEntries()
                  .reduce((sum, each) => sum + (each as unknown as { value: number }).value, 0),
              );
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(0), 400);
          }),
      );
      expect(shift).toBeLessThan(0.02);
    },
  );

  test(inBrowser('lets nothing run that is not its own'), async () => {
    await using opened = await open(red);
    await opened.page.evaluate(plantAttempts);
    // In a task of its own, for what is evaluated from outside is exempt from the policy of the page.
    const refused = await opened.page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          setTimeout(() => resolve((globalThis as unknown as { tried: () => number }).tried())),
        ),
    );
    expect(refused).toBe(4);
    await opened.page
      .evaluate(() => fetch('report.json'))
      .then(
        () => expect.unreachable('a request left the page'),
        () => undefined,
      );
    expect(await ran(opened.page)).toBeUndefined();
  });

  test(inBrowser('is PASSED on its day and a HOLD when it has grown old'), async () => {
    const proof = {
      standing: 'proven',
      mutantScore: { killed: 3, total: 3 },
      vacuous: 0,
      falseAlarms: { alarms: 0, variants: 2 },
    } as const;
    const url = await writePage(join(directory, 'green'), sampleRun([judged('v03-a')]), { proof });
    await using young = await open(url);
    expect(await young.page.locator('.word').textContent()).toBe('PASSED');
    await keepPicture(young.page, 'green');
    await using old = await open(url, { days: 40 });
    expect(await old.page.locator('h1').textContent()).toMatch(/^HOLD\s*This evidence is 40 days old/);
  });
});

/** Gives the page a function that tries to run what is not its own, and answers how often that was refused. */
function plantAttempts(): void {
  const attempts = [
    () => document.body.appendChild(document.createElement('script')).append('globalThis.assayRan = 1'),
    () => document.createElement('div').insertAdjacentHTML('beforeend', '<img src=x onerror="assayRan = 2">'),
    // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
    () => globalThis.eval('globalThis.assayRan = 3'),
    () => document.createElement('div').setAttribute('onclick', 'globalThis.assayRan = 4'),
    () => Object.assign(document.createElement('iframe'), { srcdoc: '<script>parent.assayRan = 5</script>' }),
  ];
  const refused = (attempt: () => unknown) => {
    try {
      return attempt() === 'never';
    } catch {
      return true;
    }
  };
  Reflect.set(globalThis, 'tried', () => attempts.filter(refused).length);
}

const ran = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'assayRan') as unknown);

describe.skipIf(!browserPath)('hostile text', () => {
  test(inBrowser('runs where it is put into a page as it is'), async () => {
    const file = join(directory, 'naive.html');
    await writeFile(file, `<!doctype html><meta charset="utf-8"><p>${HOSTILE}</p>`);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await expect.poll(() => ran(page)).toBeDefined();
    await page.close();
  });

  test(inBrowser('runs nowhere in the page of a run, and can be read there'), async () => {
    const text = HOSTILE;
    const long = `${'<b>'.repeat(100_000)}${text}`;
    const events = sampleRun([
      broken('v02-b', {
        ...{
          title: text,
          clause: text,
          diff: long,
          table: `${text}\n\n|a|\n|---|\n|${text}|`,
          logLines: [text, long],
        },
        ...{ outcome: text, expectedOutcome: text, reproduce: text, reason: text, unjudged: [text] },
        ...{ evidence: [text, 'javascript:globalThis.assayRan=1', 'evidence/<b>&"/record.json'] },
        facets: { runtime: text, family: text, [text]: text },
        findings: [
          { clause: text, expected: [text, long], actual: text, rule: text, place: { file: text, line: 1 } },
        ],
      }),
      judged('v03-c', { verdict: 'errored', reason: text }),
    ]);
    const url = await writePage(join(directory, 'hostile'), events, {
      subject: { name: text, kind: text, revision: text },
      ...{
        revision: text,
        mode: text,
        mutant: text,
        runId: text,
        argv: [text],
        reasons: [text],
        warnings: [text],
      },
      ...{ versions: { assay: text }, digests: { [text]: text }, unselected: [`corpus/${text}`] },
      notApplicable: [{ id: `corpus/x${text}`, reason: text }],
    });
    await using opened = await open(url);
    const { page, watched } = opened;
    for (const hash of [
      '#/',
      '#/cases',
      '#/clauses',
      '#/timeline',
      '#/case/corpus%2Fv02-b',
      `#/case/${text}`,
      `#${text}`,
    ]) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.waitForFunction(() => !document.querySelector('[aria-busy]'));
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
        for (const each of document.querySelectorAll<HTMLElement>('a, button'))
          each.dispatchEvent(new Event('mouseover'));
      });
    }
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    await page.goto(`${url}#/case/corpus%2Fv02-b`);
    await page.locator('.findings').waitFor();
    expect(await page.locator('.findings').textContent()).toContain(
      '</script><script>globalThis.assayRan = 1</script>',
    );
    expect(await page.locator('.findings').textContent()).toContain(
      String.raw`\u001b[31mred\u0000\u202e\u2028`,
    );
    expect(await ran(page)).toBeUndefined();
    expect(watched.requests.filter((each) => !each.startsWith(url))).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await keepPicture(page, 'hostile');
  });
});

describe.skipIf(!browserPath)('the list of cases', () => {
  test(inBrowser('shows every case until somebody narrows it, what needs attention first'), async () => {
    await using opened = await open(`${red}#/cases`);
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
    await using opened = await open(`${red}#/cases`);
    const { page } = opened;
    await page.getByRole('link', { name: /^failed \d/ }).click();
    await page.getByLabel('family').selectOption('v0.2');
    await page.getByLabel('Search cases').fill('of v02-c');
    expect(await rowIds(page)).toEqual(['corpus/v02-c']);
    const address = page.url();
    await using again = await open(address);
    expect(await rowIds(again.page)).toEqual(['corpus/v02-c']);
    expect(await again.page.getByLabel('Search cases').inputValue()).toBe('of v02-c');
  });

  test(inBrowser('is used by keys alone: search, go down, open, go on, come back'), async () => {
    await using opened = await open(red);
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

describe.skipIf(!browserPath)('everybody can read it', () => {
  const HASHES = ['#/', '#/cases', '#/clauses', '#/timeline', '#/case/corpus%2Fv02-b'];

  test.each(['light', 'dark'] as const)(
    inBrowser('in %s: text has contrast, and what can be used has a name'),
    async (colorScheme) => {
      await using opened = await open(red, { colorScheme });
      for (const hash of HASHES) {
        await opened.page.goto(`${red}${hash}`);
        await opened.page.waitForFunction(() => !document.querySelector('[aria-busy]'));
        expect(await opened.page.evaluate(faintTexts), hash).toEqual([]);
        expect(await opened.page.evaluate(namelessControls), hash).toEqual([]);
        await keepPicture(opened.page, `${colorScheme}${hash.replaceAll(/\W+/g, '-')}`);
      }
    },
  );

  test(inBrowser('on a narrow screen: nothing is wider than it'), async () => {
    await using opened = await open(red, { viewport: { width: 360, height: 740 } });
    for (const hash of HASHES) {
      await opened.page.goto(`${red}${hash}`);
      expect(
        await opened.page.evaluate(() => document.documentElement.scrollWidth),
        hash,
      ).toBeLessThanOrEqual(360);
      await keepPicture(opened.page, `narrow${hash.replaceAll(/\W+/g, '-')}`);
    }
  });
});

/** Texts in sight of which colour and ground have a contrast below 4.5; runs in the page. */
function faintTexts(): readonly string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string) => {
    if (!canvas) return [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = color.map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): readonly number[] => {
    if (!element) return rgb(getComputedStyle(document.body).backgroundColor);
    const color = rgb(getComputedStyle(element).backgroundColor);
    return color[3] === 255 ? color : groundOf(element.parentElement);
  };
  const faint: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.closest('script, style, .unseen, .skip')) continue;
    if (element.getClientRects().length === 0) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(groundOf(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5)
      faint.push(`${contrast.toFixed(2)} ${element.className}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return faint;
}

/** What can be pressed, followed or filled in, and has no name; runs in the page. */
function namelessControls(): readonly string[] {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')];
  return all
    .filter((each) => {
      const labels = 'labels' in each ? [...((each.labels as NodeList | null) ?? [])] : [];
      const label = labels.map(({ textContent }) => textContent).join('');
      return !`${each.getAttribute('aria-label') ?? ''}${label}${each.textContent ?? ''}`.trim();
    })
    .map((each) => each.outerHTML.slice(0, 80));
}
