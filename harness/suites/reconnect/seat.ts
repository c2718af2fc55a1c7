import type { Page } from '@playwright/test';
import { inProject } from '../../support/paths.ts';
import { memberAt, type Workspace } from '../contract/language/index.ts';
import { openDesk } from '../lease/desk.ts';
import type { LeaseTools } from '../lease/lease-case.ts';
import type { Edge } from './edge.ts';

/** A lease as the page was told of it. */
export interface Granted {
  readonly token: string;
  readonly endMs: number;
}

/** What a page has done, by the time of its own clock. */
export interface PageLog {
  readonly dials: readonly { readonly atMs: number; readonly workspaceId: string; readonly token: string }[];
  readonly acquires: readonly { readonly atMs: number; readonly workspaceId: string }[];
  readonly closes: readonly { readonly atMs: number }[];
}

/** What the page shows to people. */
export interface Shown {
  readonly state: string;
  readonly told: string;
  readonly warning: string;
}

/** Somebody who sits before a browser and takes control of a desktop. */
export interface Seat {
  readonly workspace: Workspace;
  /** What the page says that it is doing, and what it tells people. */
  state(): Promise<Shown>;
  /** Waits until the page says so; false when it does not within 10 s. */
  until(state: string): Promise<boolean>;
  /** The number of the picture that is on the screen, read from its pixels; undefined when none can be read. */
  picture(): Promise<number | undefined>;
  /** Waits for a later picture than `than`; undefined when none comes within 10 s. */
  laterPicture(than: number): Promise<number | undefined>;
  log(): Promise<PageLog>;
  /** Leases that were granted to the page, in order. */
  readonly granted: readonly Granted[];
  /** Lets time go by, in the browser and on the platform. */
  pass(ms: number): Promise<void>;
  /** Lets time go by in the browser alone. */
  passInPage(ms: number): Promise<void>;
  take(workspaceId: string): Promise<void>;
}

const WITHIN_MS = 10_000;

/** Sits down: a workspace with a desktop, and the page of it, live unless told otherwise. */
export async function sitDown(
  tools: LeaseTools & { readonly page: Page; readonly edge: Edge },
  { aheadMs = 0, isLive = true }: { readonly aheadMs?: number; readonly isLive?: boolean } = {},
): Promise<Seat> {
  const { page, edge, expect } = tools;
  const { workspace } = await openDesk(tools);
  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'session', value: crypto.randomUUID(), url: edge.url }]);
  await page.clock.install({ time: (await tools.advance(0)) + aheadMs });
  await page.addInitScript({ path: inProject('harness/suites/reconnect/in-page.js') });
  const granted = listen(page);
  await page.goto(`${edge.url}/-/take-control/`);
  const seat = seatAt(tools, workspace, granted);
  await seat.take(workspace.id);
  if (isLive) {
    expect.value('the desktop is shown', await seat.until('live'), true);
    expect.value('its pictures move', (await seat.laterPicture(0)) !== undefined, true);
  }
  return seat;
}

function listen(page: Page): Granted[] {
  const granted: Granted[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/control/acquire') || response.status() !== 200) return;
    response.json().then(
      (body: unknown) => {
        const token = String(memberAt(body, 'session_url')).split('#token=')[1] ?? '';
        granted.push({ token, endMs: Date.parse(String(memberAt(body, 'expires_at'))) });
      },
      () => undefined,
    );
  });
  return granted;
}

function seatAt(
  { page, advance, settled }: LeaseTools & { readonly page: Page },
  workspace: Workspace,
  granted: readonly Granted[],
): Seat {
  const state = () => page.evaluate<Shown>('assayPage.state()');
  const picture = () => page.evaluate<number | undefined>('assayPage.cells(0)');
  const passInPage = (ms: number) => page.clock.runFor(ms);
  return {
    ...{ workspace, granted, state, picture, passInPage },
    until: async (wanted) =>
      (await settled(async () => (await state()).state === wanted || undefined, WITHIN_MS)) ?? false,
    laterPicture: (than) =>
      settled(async () => {
        const seen = await picture();
        return seen !== undefined && seen > than ? seen : undefined;
      }, WITHIN_MS),
    log: () => page.evaluate<PageLog>('assayPage.log'),
    pass: async (ms) => {
      await advance(ms);
      await passInPage(ms);
    },
    take: async (workspaceId) => {
      await page.fill('#workspace', workspaceId);
      await page.click('button[type=submit]');
    },
  };
}
