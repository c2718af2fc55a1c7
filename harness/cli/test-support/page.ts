import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../playwright/browser.ts';
import { buildReport } from '../../report/build.ts';
import type { RunEvent } from '../../report/event.ts';
import { writeReportFiles } from '../../report/files.ts';
import type { Report } from '../../report/report.ts';
import { cacheFolder } from '../../support/cache-folder.ts';

/** Absolute path of the browser that the tests of the page use; nothing where there is none. */
export const browserPath = findBrowser();

/** The name of a test that needs a browser: one that cannot run says so. */
export function inBrowser(title: string): string {
  return browserPath ? title : `inconclusive, there is no Chromium: ${title}`;
}

/** A browser that ends with its scope. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ ...(browserPath && { executablePath: browserPath }) });
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
export function watch(page: Page): Watched {
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

/** Waits until the script of the page has taken over. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** Keeps a picture of what a test has seen, for people: the last one of its name. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(cacheFolder('report-page'), `${name}.png`) });
}
