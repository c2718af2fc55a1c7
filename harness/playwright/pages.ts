import type { Page } from '@playwright/test';
import { EnvironmentError } from '../support/errors.ts';
import { findBrowser } from './browser.ts';

/** A browser outside of Playwright Test, for cases that are performed in this very process. */
export interface Pages extends AsyncDisposable {
  /** Does something in a page of its own, which is closed afterwards. */
  inOne<T>(act: (page: Page) => Promise<T>): Promise<T>;
}

/** Nothing but loopback: no look-ups of the browser's maker's hosts at every start. */
export const BROWSER_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
] as const;

/** Starts the browser of this machine. Throws `EnvironmentError` where there is none. */
export async function openPages(): Promise<Pages> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new EnvironmentError({
      code: 'NO_BROWSER',
      message: 'Cases need a browser, and this machine has no Chromium.',
      fix: 'Install one: apt-get install chromium, or npx playwright install chromium.',
    });
  }
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  return {
    inOne: async (act) => {
      const context = await browser.newContext();
      try {
        return await act(await context.newPage());
      } finally {
        await context.close();
      }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
