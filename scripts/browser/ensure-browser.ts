import { execa } from 'execa';
import { findBrowser } from '../../harness/playwright/browser.ts';

/** A Chromium for suites that need a browser, or why there is none. */
export type EnsuredBrowser =
  | { readonly available: true; readonly path: string }
  | { readonly available: false; readonly why: string };

const INSTALL_DEADLINE_MS = 300_000;

/** Finds a Chromium; where there is none, Debian's is installed, if this is Debian and we are root. */
export async function ensureBrowser(): Promise<EnsuredBrowser> {
  const found = findBrowser();
  if (found !== undefined) return { available: true, path: found };
  if (process.getuid?.() !== 0)
    return { available: false, why: 'no Chromium on PATH, and only root can install one' };
  try {
    await apt('update', '-q');
    await apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  } catch (error) {
    const { shortMessage } = error as { readonly shortMessage?: string };
    return {
      available: false,
      why: `no Chromium on PATH, and apt gave none: ${shortMessage ?? String(error)}`,
    };
  }
  const path = findBrowser();
  return path === undefined
    ? { available: false, why: 'Chromium was installed and is not on PATH' }
    : { available: true, path };
}

async function apt(...args: readonly string[]): Promise<void> {
  await execa('apt-get', args, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeout: INSTALL_DEADLINE_MS,
  });
}
