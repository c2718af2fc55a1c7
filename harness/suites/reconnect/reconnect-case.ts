import type { Page } from '@playwright/test';
import { Scope } from '../../support/scope.ts';
import type { ContractBench } from '../contract/bench.ts';
import { Unjudgeable } from '../contract/language/checks.ts';
import { type LeaseCase, type LeaseTools, lease, performLease } from '../lease/lease-case.ts';
import { platformOf } from '../platform-exchange.ts';
import type { CaseAt } from '../suite.ts';
import { type Edge, openEdge } from './edge.ts';
import { type Seat, sitDown } from './seat.ts';

/** What cases in a browser act with. */
export interface ReconnectTools extends LeaseTools {
  readonly page: Page;
  readonly edge: Edge;
  sitDown(how?: Parameters<typeof sitDown>[1]): Promise<Seat>;
}

/** One check of the client. */
export interface ReconnectCase extends Omit<LeaseCase, 'act'> {
  act(tools: ReconnectTools): Promise<void>;
}

/** A single case of I.5. */
export function client(name: string, title: string, act: ReconnectCase['act']): ReconnectCase {
  return { ...lease('I.5', name, title, async () => undefined), act };
}

/** Performs a case, in a page of its own. */
export async function performReconnect(each: ReconnectCase, bench: ContractBench, at: CaseAt) {
  await using scope = new Scope();
  const act = async (tools: LeaseTools) => {
    const { page } = at;
    if (!page) throw new Unjudgeable('there is no page to perform it in');
    const edge = scope.use(await openEdge(platformOf(at).url));
    const all = { ...tools, page, edge };
    try {
      await each.act({ ...all, sitDown: (how) => sitDown(all, how) });
    } finally {
      const picture = await page.screenshot().catch(() => undefined);
      if (picture) at.evidence.bytes('page.png', picture);
    }
  };
  // Awaited here, or the edge would be opened after its scope has ended.
  return await performLease({ ...each, act }, bench, at);
}
