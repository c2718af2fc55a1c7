import { describe, expect, it } from 'vitest';
import type { Rewrite } from '../../../corpus/entry.ts';
import { actuals, DELIVERED, judge } from '../test-support/judging.ts';
import { NONCE, requestWith } from '../test-support/records.ts';

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
