import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../harness/playwright/browser.ts';
import { buildReport } from '../../harness/report/build.ts';
import { renderHtml } from '../../harness/report/html/render-html.ts';
import type { Report } from '../../harness/report/report.ts';
import { broken, judged, sampleRun } from '../../harness/report/testing.ts';

/**
 * What the page of a large run costs: the time and memory to write it, its size, and how long a browser takes until it
 * can be used, scrolls, finds and opens a case. Prints figures, and asserts nothing.
 */
const CASES = Number(process.argv[2] ?? 10_000);
const BROKEN_EACH = 50;

const directory = await mkdtemp(join(tmpdir(), 'assay-bench-html-'));
try {
  const report = await largeRun();
  const file = join(directory, 'report.html');
  // The script of the page is bundled once for a clone.
  await renderHtml(buildReport(sampleRun([judged('v03-a')])), directory);
  const [before, cpu] = [performance.now(), process.cpuUsage()];
  await writeFile(file, await renderHtml(report, directory));
  const writtenMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpu);
  const { size } = await stat(file);
  say('cases', `${CASES}`);
  say(
    'written in',
    `${Math.round(writtenMs)} ms, ${Math.round((user + system) / 1000)} ms of processor time`,
  );
  say('peak memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB, with the run in it`);
  say('size', `${(size / 1_048_576).toFixed(2)} MB`);
  await inBrowser(pathToFileURL(file).href);
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** A run whose cases have recordings of the size that those of the corpus have, one in fifty broken. */
async function largeRun(): Promise<Report> {
  const results = [];
  for (let index = 0; index < CASES; index += 1) {
    const name = `v03-case-${index}`;
    const folder = `evidence/corpus/${name}`;
    await mkdir(join(directory, folder), { recursive: true });
    await writeFile(join(directory, folder, 'record.json'), recordOf(index));
    const evidence = [`${folder}/record.json`];
    const isBroken = index % BROKEN_EACH === 0;
    results.push(isBroken ? broken(name, { evidence, logLines: logOf(index) }) : judged(name, { evidence }));
  }
  return buildReport(sampleRun(results));
}

function recordOf(index: number): string {
  const own = (each: number) => unlike(index * 50 + each);
  const message = { messageId: own(1), parts: [{ kind: 'text', text: `Deploy the preview. ${own(2)}` }] };
  const text = JSON.stringify(
    { jsonrpc: '2.0', id: own(0), method: 'message/send', params: { message } },
    null,
    1,
  );
  const reply = JSON.stringify({ id: own(0), result: { ...message, messageId: own(3), contextId: own(4) } });
  const bodyOf = (content: string) => ({
    bytes: content.length,
    encoding: 'utf8',
    content,
    truncated: false,
  });
  const headers = Object.fromEntries(
    Array.from({ length: 40 }, (_, each) => [`x-header-${each}`, unlike(each)]),
  );
  const response = { status: 200, headers, body: bodyOf(reply) };
  const request = {
    method: 'POST',
    url: `http://127.0.0.1/workspaces/${own(5)}/a2a`,
    headers,
    body: bodyOf(text),
  };
  const arrivals = [
    { bodyBase64: Buffer.from(JSON.stringify(JSON.parse(text))).toString('base64'), headers },
  ];
  const handed = [{ raw: { ...message, contextId: own(4) } }];
  const step = {
    sent: bodyOf(text),
    exchange: { request, response },
    said: [response],
    inboxAfter: { arrivals, handed },
  };
  return JSON.stringify({ steps: [step] }, null, 1);
}

function logOf(index: number): readonly string[] {
  return Array.from({ length: 6 }, (_, line) =>
    JSON.stringify({ requestId: unlike(index * 7 + line), msg: 'served' }),
  );
}

/** As little alike as the ids of a run are. */
function unlike(seed: number): string {
  return createHash('sha256').update(`${seed}`).digest('hex').slice(0, 32);
}

async function inBrowser(url: string): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) return say('browser', 'none');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await timed('usable after', async () => {
      await page.goto(url);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
    });
    await timed('all cases after', () => goTo(page, '#/cases', '.line'));
    await timed('end of the list after', async () => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForFunction(
        () =>
          document.querySelector('.list li:last-child')?.getAttribute('aria-posinset') ===
          document.querySelector('.list li')?.getAttribute('aria-setsize'),
      );
    });
    await timed('one found after', async () => {
      await page.fill('#search', `case-${CASES - 1}`);
      await page.waitForFunction(() => document.querySelectorAll('.line').length === 1);
    });
    await timed('a case opened after', () => goTo(page, '#/case/corpus%2Fv03-case-50', '.findings'));
    await timed('the timeline after', () => goTo(page, '#/timeline', '.slowest li'));
  } finally {
    await browser.close();
  }
}

async function goTo(page: Page, hash: string, awaited: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.waitForSelector(awaited);
}

async function timed(name: string, act: () => Promise<unknown>): Promise<void> {
  const before = performance.now();
  await act();
  say(name, `${Math.round(performance.now() - before)} ms`);
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(24)}${value}\n`);
}
