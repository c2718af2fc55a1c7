import { expect, test } from 'vitest';
import { type Revision, rulesOf } from '../rules.ts';
import { evaluateStatus } from './evaluate.ts';

const health = (more: object) => ({ errorRate: 0, sampleError: 'e', runtimeState: '', ...more });
const wedged = { runtimeState: 'wedged' };

test.each<[string, object, boolean, Revision, string | undefined, object]>([
  ['online', wedged, false, 'R3', 'degraded', { runtime_state: 'wedged', sample_error: 'e' }],
  ['online', wedged, true, 'R3', 'degraded', { runtime_state: 'wedged', sample_error: 'e' }],
  ['online', { errorRate: 0.5 }, false, 'R3', 'degraded', { error_rate: 0.5, sample_error: 'e' }],
  ['online', { errorRate: 0.49 }, false, 'R3', undefined, {}],
  ['online', { errorRate: 0.5 }, true, 'R3', undefined, {}],
  ['degraded', { errorRate: 0.09 }, false, 'R3', 'online', {}],
  ['degraded', { errorRate: 0.1 }, false, 'R3', undefined, {}],
  ['degraded', { errorRate: 0 }, true, 'R3', undefined, {}],
  ['degraded', wedged, false, 'R3', undefined, {}],
  ['offline', { errorRate: 0.9, ...wedged }, true, 'R3', 'online', {}],
  ['provisioning', { errorRate: 0.9 }, false, 'R1', 'online', { recovered_from: 'provisioning' }],
  ['awaiting_agent', {}, false, 'R3', 'online', { recovered_from: 'awaiting_agent' }],
  ['awaiting_agent', {}, false, 'R1', undefined, {}],
  ['failed', {}, false, 'R3', undefined, {}],
  ['paused', {}, false, 'R3', undefined, {}],
  ['hibernated', {}, false, 'R3', undefined, {}],
  ['hibernating', {}, false, 'R3', undefined, {}],
])(
  '%s with %j (manages itself: %s, %s) becomes %s (E.2)',
  (status, more, managesItself, revision, to, payload) => {
    const transition = evaluateStatus(status, health(more), managesItself, rulesOf(revision));
    expect(transition?.to).toBe(to);
    expect(transition?.payload ?? {}).toEqual(payload);
  },
);
