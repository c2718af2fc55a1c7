import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { HandlingEntry } from '../handling/actions.ts';
import { writeHandling } from '../handling/journal.ts';
import type { WorldDescription } from '../world.ts';
import { watchByNumbers } from './by-numbers.ts';

test.each<[string, readonly Partial<HandlingEntry>[], boolean]>([
  ['nobody ordered it', [], true],
  ['its end was ordered', [{ action: 'kill', result: 'done' }], false],
  ['its end was refused', [{ action: 'kill', result: 'refused', pidAfter: 7 }], true],
  [
    'its end failed, and it ran on',
    [{ action: 'kill', result: 'failed', pidAfter: 7, stateAfter: 'running' }],
    true,
  ],
  ['its end failed, and it was gone', [{ action: 'kill', result: 'failed', stateAfter: 'down' }], false],
  ['its end failed, and nobody knows more', [{ action: 'kill', result: 'failed' }], false],
  [
    'its pause failed halfway, and it stood still',
    [{ action: 'pause', result: 'failed', pidAfter: 7, stateAfter: 'paused' }],
    false,
  ],
  [
    'it was brought back since',
    [
      { action: 'kill', result: 'done' },
      { action: 'start', result: 'done' },
    ],
    true,
  ],
  ['a start of it failed', [{ action: 'restart', result: 'failed' }], false],
  ['only its link was cut', [{ action: 'cut', result: 'done' }], true],
])('of a dead service that is a loss, or not: %s', async (_what, orders, isLoss) => {
  const world = worldWithADeadService();
  for (const order of orders) writeHandling(world, { ...ORDER, ...order } as HandlingEntry);
  const loss = await watchByNumbers(world).lost();
  expect(loss?.service).toBe(isLoss ? 'platform' : undefined);
});

const ORDER = { service: 'platform', by: 'a test', at: '2026-01-01T00:00:00Z', tookMs: 1, signal: 'SIGKILL' };

/** Its number belongs to a process that began later. */
function worldWithADeadService(): WorldDescription {
  const directory = mkdtempSync(join(tmpdir(), 'assay-vigil-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const dead = { name: 'platform', pid: process.pid, startTicks: 1, logFile: join(directory, 'none.log') };
  return { directory, services: [dead], secrets: [] } as unknown as WorldDescription;
}
