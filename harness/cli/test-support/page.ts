import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../playwright/browser.ts';
import { buildReport } from '../../report/build.ts';
import type { RunEvent } from '../../report/event.ts';
import { writeReportFiles } from '../../report/files.ts';
import { HOSTILE } from '../../report/html/testing.ts';
import type { Proof } from '../../report/proof.ts';
import type { Report } from '../../report/report.ts';
import { AT, broken, judged, sampleRun } from '../../report/testing.ts';
import { cacheFolder } from '../../support/cache-folder.ts';

/** Absolute path of the browser that the tests of the page use; nothing where there is none. */
export const browserPath = findBrowser();

/** The name of a test that needs a browser: one that cannot run says so. */
export function inBrowser(title: string): string {
  return browserPath ? title : `inconclusive, there is no Chromium: ${title}`;
}

const LEASES = 'evidence/v02-c/exchanges.ndjson';

/** A run with every kind of case, and so many that a list of all of them would be felt. */
const RED = sampleRun([
  judged('v03-a'),
  broken('v02-b'),
  broken('v02-c', { evidence: [LEASES] }),
  judged('v03-d', { verdict: 'inconclusive', reason: 'the runtime is gone' }),
  judged('v03-e', { verdict: 'not-applicable', reason: 'no files' }),
  judged('v03-p', { policy: 'as-recorded' }),
  ...Array.from({ length: 2_000 }, (_, index) => judged(`v03-many-${index}`)),
]);

/** A proof of that run: one mutant that was killed, one that a case outlived. */
const PROOF: Proof = {
  standing: 'proven',
  mutantScore: { killed: 1, total: 2 },
  kills: {
    cases: ['corpus/v03-a', 'corpus/v02-b', 'corpus/v03-gone'],
    faults: [
      {
        ...{ id: 'M108', suite: 'corpus', title: 'a v0.2 body is passed on as it is', verdict: 'killed' },
        ...{ killed: [0, 1], alive: [] },
      },
      {
        ...{ id: 'P-lost', suite: 'corpus', title: 'a text is lost', verdict: 'survived' },
        ...{ killed: [0], alive: [2] },
      },
    ],
  },
};

/** How a page is opened: `days` after the sample run. */
export type HowOpened = BrowserContextOptions & { readonly days?: number };

/** A browser, and a folder for pages, of which there is one of a red run. */
export interface Pages extends AsyncDisposable {
  readonly browser: Browser;
  readonly directory: string;
  /** Address of the page of the red run. */
  readonly red: string;
  /** Opens an address on the day of the sample run, and waits until it can be used. */
  open(url: string, how?: HowOpened): Promise<Opened>;
}

export interface Opened extends AsyncDisposable {
  readonly page: Page;
  readonly watched: Watched;
}

/** Starts a browser; it and the pages end with their scope. */
export async function openPages(): Promise<Pages> {
  const directory = await mkdtemp(join(tmpdir(), 'assay-page-'));
  const browser = await chromium.launch({ ...(browserPath && { executablePath: browserPath }) });
  await layLeases(join(directory, 'red'));
  return {
    ...{ browser, directory, red: await writePage(join(directory, 'red'), RED, { proof: PROOF }) },
    open: (url, how = {}) => open(browser, url, how),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What a case recorded that asked for control of a desktop, and said something to an agent. */
async function layLeases(run: string): Promise<void> {
  const url = 'http://127.0.0.1:1/workspaces/w1/display/control/acquire';
  const told = { controller: 'user', controlled_by: 'ann', expires_at: '2026-03-04T05:20:00.000Z' };
  const exchange = (status: number, reply: object) =>
    JSON.stringify({
      purpose: 'replay',
      request: { method: 'POST', url, body: { encoding: 'utf8', bytes: 2, content: '{}' } },
      durationMs: 3,
      response: { status, body: { encoding: 'utf8', bytes: 9, content: JSON.stringify(reply) } },
    });
  const lines = [exchange(200, told), exchange(409, { error: 'held', current: told }), spoken()];
  await mkdir(join(run, 'evidence/v02-c'), { recursive: true });
  await writeFile(join(run, LEASES), `${lines.join('\n')}\n`);
}

function spoken(): string {
  const body = (value: object) => ({ encoding: 'utf8', bytes: 9, content: JSON.stringify(value) });
  const parts = (text: string) => ({ parts: [{ kind: 'text', text }] });
  return JSON.stringify({
    purpose: 'replay',
    request: {
      ...{ method: 'POST', url: 'http://127.0.0.1:1/' },
      body: body({
        jsonrpc: '2.0',
        method: 'message/send',
        params: { message: parts(`Who am I? ${HOSTILE}`) },
      }),
    },
    durationMs: 3,
    response: { status: 200, headers: {}, body: body({ jsonrpc: '2.0', result: parts(`Ada. ${HOSTILE}`) }) },
  });
}

async function open(browser: Browser, url: string, { days = 0, ...options }: HowOpened): Promise<Opened> {
  const page = await browser.newPage(options);
  await page.clock.setFixedTime(Date.parse(AT) + days * 86_400_000);
  const watched = watch(page);
  await page.goto(url);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, watched, [Symbol.asyncDispose]: () => page.close() };
}

/** Writes the reports of a run into a folder, and answers the address of its page. */
export async function writePage(
  directory: string,
  events: readonly RunEvent[],
  over: Partial<Report> = {},
): Promise<string> {
  await mkdir(directory, { recursive: true });
  await writeReportFiles(directory, { ...buildReport(events), ...over });
  return pathToFileURL(join(directory, 'report.html')).href;
}

/** What a page asked for and complained of while it was open. */
export interface Watched {
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Listens to a page from now on. */
function watch(page: Page): Watched {
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { requests, complaints };
}

/** Keeps a picture of what a test has seen, for people: the last one of its name. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(cacheFolder('report-page'), `${name}.png`) });
}
