import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from '../report/html/testing.ts';
import { broken, judged, sampleRun } from '../report/testing.ts';
import {
  browserPath,
  inBrowser,
  keepPicture,
  openPages,
  type Pages,
  writePage,
} from './test-support/page.ts';

let pages: Pages;
beforeAll(async () => {
  if (browserPath) pages = await openPages();
});
afterAll(() => pages?.[Symbol.asyncDispose]());

describe.skipIf(!browserPath)('the page of a run', () => {
  test(inBrowser('opens from disk, asks for nothing else and complains of nothing'), async () => {
    await using opened = await pages.open(pages.red);
    expect(await opened.page.locator('h1').textContent()).toMatch(/^HOLD\s*2 of 2006 cases broke a clause/);
    for (const view of ['Cases', 'Clauses', 'Timeline', 'Proof'])
      await opened.page.getByRole('link', { name: view }).first().click();
    expect(opened.watched).toEqual({ requests: [pages.red], complaints: [] });
  });

  test(
    inBrowser('says its verdict without any script, and is not rearranged when the script takes over'),
    async () => {
      const plain = await pages.browser.newPage({ javaScriptEnabled: false });
      await plain.goto(pages.red);
      const told = await plain.locator('main').textContent();
      expect(told).toMatch(/^HOLD/);
      await plain.close();
      await using opened = await pages.open(pages.red);
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
    await using opened = await pages.open(pages.red);
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

  test(
    inBrowser('says that its cases cannot be unpacked where they are damaged, and keeps its verdict'),
    async () => {
      const file = join(pages.directory, 'red/report.html');
      const damaged = join(pages.directory, 'red/damaged.html');
      const html = await readFile(file, 'utf8');
      await writeFile(damaged, html.replace(/(id="index">).{40}/, '$1'));
      const page = await pages.browser.newPage();
      await page.goto(pathToFileURL(damaged).href);
      await page.getByText('cannot unpack the cases of this page').waitFor();
      expect(await page.locator('.word').textContent()).toBe('HOLD');
      await page.close();
    },
  );

  test(inBrowser('is PASSED on its day and a HOLD when it has grown old'), async () => {
    const proof = {
      standing: 'proven',
      mutantScore: { killed: 3, total: 3 },
      vacuous: 0,
      falseAlarms: { alarms: 0, variants: 2 },
    } as const;
    const url = await writePage(join(pages.directory, 'green'), sampleRun([judged('v03-a')]), { proof });
    await using young = await pages.open(url);
    expect(await young.page.locator('.word').textContent()).toBe('PASSED');
    await keepPicture(young.page, 'green');
    await using old = await pages.open(url, { days: 40 });
    expect(await old.page.locator('h1').textContent()).toMatch(/^HOLD\s*This evidence is 40 days old/);
    expect(await old.page.getByText('PASSED', { exact: true }).count()).toBe(0);
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
    const file = join(pages.directory, 'naive.html');
    await writeFile(file, `<!doctype html><meta charset="utf-8"><p>${HOSTILE}</p>`);
    const page = await pages.browser.newPage();
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
    const url = await writePage(join(pages.directory, 'hostile'), events, {
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
      proof: {
        standing: 'proven',
        kills: {
          cases: ['corpus/v02-b', text],
          faults: [{ id: text, suite: text, title: text, verdict: 'survived', killed: [0], alive: [1] }],
        },
      },
      ...{ versions: { assay: text }, digests: { [text]: text }, unselected: [`corpus/${text}`] },
      notApplicable: [{ id: `corpus/x${text}`, reason: text }],
    });
    await using opened = await pages.open(url);
    const { page, watched } = opened;
    for (const hash of [
      '#/',
      '#/cases',
      '#/clauses',
      '#/timeline',
      '#/proof',
      `#/proof/${text}`,
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
