import { expect, test } from 'vitest';
import { deadlineIn } from '../../support/deadline.ts';
import type { RunState } from '../handling/actions.ts';
import type { Grip, Signals } from '../handling/grip.ts';
import { excused } from './excused.ts';
import { isBackAfter } from './is-back.ts';
import type { Vigil } from './vigil.ts';

const BUDGET = { deadline: deadlineIn(1_000), signal: new AbortController().signal };
const HALFWAY = new Error('a child did not stop');

test.each<[keyof Signals, 'failed' | 'done', RunState]>([
  ['pause', 'failed', 'paused'],
  ['pause', 'failed', 'running'],
  ['pause', 'done', 'paused'],
  ['resume', 'failed', 'paused'],
  ['resume', 'failed', 'running'],
  ['resume', 'done', 'running'],
  ['kill', 'failed', 'running'],
  ['kill', 'failed', 'down'],
])(
  'after %s that %s and left it %s the owner excuses what a watch by numbers does',
  async (signal, result, state) => {
    const { excuses, vigil } = excusing();
    const grip = excused(
      gripOf(result, async () => state),
      vigil,
    );
    await order(grip, signal).catch(() => undefined);
    const action = signal === 'resume' ? 'continue' : signal;
    expect(excuses.has('platform')).toBe(!isBackAfter(action, result, state));
  },
);

test('an order that failed is told in its own words, also where the state is not known', async () => {
  const { excuses, vigil } = excusing();
  const unknown = () => Promise.reject(new Error('nobody knows'));
  await expect(order(excused(gripOf('failed', unknown), vigil), 'pause')).rejects.toBe(HALFWAY);
  expect(excuses.has('platform')).toBe(true);
});

async function order({ signals }: Grip, signal: keyof Signals): Promise<void> {
  await (signal === 'kill' ? signals?.kill('SIGTERM', BUDGET) : signals?.[signal](BUDGET));
}

function gripOf(result: 'failed' | 'done', state: Grip['state']): Grip {
  const act = async () => {
    if (result === 'failed') throw HALFWAY;
  };
  return { service: 'platform', state, pid: async () => 7, signals: { kill: act, pause: act, resume: act } };
}

function excusing() {
  const excuses = new Set<string>();
  const vigil = {
    excuse: (name: string) => void excuses.add(name),
    expect: (name: string) => void excuses.delete(name),
  };
  return { excuses, vigil: vigil as unknown as Vigil };
}
