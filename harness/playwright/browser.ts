import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { processEnv } from '../config/process-env.ts';
import { findProgram } from '../environment/index.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** Absolute path of a Chromium: one on PATH, else the one that Playwright has downloaded; none when neither is there. */
export function findBrowser(): string | undefined {
  const onPath = PROGRAMS.map((name) => findProgram(name, processEnv.PATH)).find(
    (path) => path !== undefined,
  );
  if (onPath !== undefined) return onPath;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}
