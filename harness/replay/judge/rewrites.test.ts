import { describe, expect, it } from 'vitest';
import type { Delivered, Expectation, Rejected, Rewrite } from '../../corpus/entry.ts';
import type { Reading } from '../exchange.ts';
import { entryWith, NONCE, recordOf, requestWith, type Scene } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const DELIVERED: Delivered = { outcome: 'delivered', rewrites: [], schema: '0.3' };
const _REFUSED: Rejected = { outcome: 'rejected', by: 'platform', status: 400, cause: 'invalid JSON' };
const _EMPTY: Reading = {
  role: 'user',
  messageId: 'm1',
  contextId: null,
  taskId: null,
  metadata: null,
  parts: [],
};

function judge(expectation: Expectation, scene: Scene, more: Parameters<typeof entryWith>[1] = {}) {
  const record = recordOf(scene, { route: more.route ?? 'platform' });
  return judgeCase(entryWith(expectation, more), 'strict', 'R3', record);
}

function actuals(expectation: Expectation, scene: Scene, more: Parameters<typeof entryWith>[1] = {}): string {
  return judge(expectation, scene, more)
    .findings.map(({ actual }) => actual)
    .join('\n');
}

describe('rewrites', () => {
  const sent = requestWith({ parts: undefined, messageId: undefined, content: `hello ${NONCE}` });
  const rewrites: readonly Rewrite[] = [
    { path: '/params/message/content', remove: true },
    { path: '/params/message/parts', set: [{ kind: 'text', text: 'hello ASSAY-NONCE-000000000000' }] },
    { path: '/params/message/messageId', generated: 'uuid' },
  ];
  const arrived = requestWith({ messageId: 'd9428888-122b-41e1-b85c-61f4d1f5b9c7' });

  it('are allowed when they are exactly those listed', () => {
    expect(judge({ ...DELIVERED, rewrites }, { sent, arrived: [arrived] })).toMatchObject({
      verdict: 'passed',
      findings: [],
    });
  });

  it('fail when one of them did not happen', () => {
    const stale = requestWith({ messageId: 'd9428888-122b-41e1-b85c-61f4d1f5b9c7', content: 'stale' });
    expect(actuals({ ...DELIVERED, rewrites }, { sent, arrived: [stale] })).toBe(
      'params.message.content = "stale"',
    );
    expect(actuals({ ...DELIVERED, rewrites }, { sent, arrived: [requestWith()] })).toMatch(
      /messageId = "m1"/,
    );
  });
});
