import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../wire/exchange.ts';
import { recordBody } from '../../wire/recorded-body.ts';
import { judgeCursor } from './judge.ts';
import { putIntoOneInstant } from './same-instant.ts';

const GONE =
  'since_id cursor not found (row may have been pruned or belongs to a different workspace); omit since_id to reset';
const WHOLE = page('r3', 'r2', 'r1');

describe('a page behind a cursor', () => {
  const behind = (cursor: string, exchange: Exchange) =>
    actuals(judgeCursor({ kind: 'own', whole: WHOLE, pages: [{ cursor, exchange }] }));

  it('has the later rows, oldest first', () => {
    expect(behind('r1', page('r2', 'r3'))).toEqual([]);
    expect(behind('r1', page('r3', 'r2'))).toEqual(['behind row 1 of 3 came the rows 3, 2']);
  });

  it('must not have the cursor itself, nor skip a row', () => {
    expect(behind('r1', page('r1', 'r2', 'r3'))).toEqual(['behind row 1 of 3 came the rows 1, 2, 3']);
    expect(behind('r1', page('r3'))).toEqual(['behind row 1 of 3 came the rows 3']);
  });

  it('may begin with a byte order mark', () => {
    const { response, ...exchange } = page('r2', 'r3');
    if (!response) throw new Error('a page has a reply');
    const body = recordBody(
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(response.body.content)]),
    );
    expect(behind('r1', { ...exchange, response: { ...response, body } })).toEqual([]);
  });

  it('is empty behind the last', () => {
    expect(behind('r3', page())).toEqual([]);
    expect(behind('r3', page('r9'))).toEqual(['behind row 3 of 3 came the rows a strange one']);
  });

  it('has to be a page', () => {
    expect(behind('r1', reply(500, { error: 'query failed' }))).toEqual(['500 {"error":"query failed"}']);
  });

  it('says nothing when the log itself does not have its rows', () => {
    const judged = judgeCursor({ kind: 'own', whole: page('r1'), pages: [] });
    expect(actuals(judged)).toEqual(['200 [{"id":"r1"}]']);
  });
});

describe.each(['unknown', 'foreign'] as const)('a cursor that is %s', (kind) => {
  const answered = (exchange: Exchange) =>
    actuals(judgeCursor({ kind, whole: WHOLE, pages: [{ cursor: 'x', exchange }] }));

  it('is 410 with the words of the contract', () => {
    expect(answered(reply(410, { error: GONE }))).toEqual([]);
    expect(answered(reply(410, { error: 'not yours' }))).toEqual(['410 {"error":"not yours"}']);
    expect(answered(reply(404, { error: GONE }))[0]).toMatch(/^404 /);
    expect(answered(page('r1', 'r2'))).toEqual(['200 [{"id":"r1"},{"id":"r2"}]']);
  });
});

it('rows of one instant are not applicable where nobody can make them, and the report says why', async () => {
  const unjudged = (await putIntoOneInstant(undefined, 'w1')) ?? '';
  expect(judgeCursor({ unjudged })).toMatchObject({
    verdict: 'not-applicable',
    reason: expect.stringContaining('the database of the subject, which is not open to us'),
  });
});

function actuals({ findings }: ReturnType<typeof judgeCursor>): readonly string[] {
  return findings.map(({ actual }) => actual);
}

function page(...ids: readonly string[]): Exchange {
  return reply(
    200,
    ids.map((id) => ({ id })),
  );
}

function reply(status: number, document: unknown): Exchange {
  const body = recordBody(Buffer.from(JSON.stringify(document)));
  const nothing = recordBody(Buffer.alloc(0));
  return {
    ...{ requestId: 'q', purpose: 'replay', startedAt: '2026-11-28T00:00:00.000Z', durationMs: 1 },
    request: { method: 'GET', url: 'http://h/', headers: {}, body: nothing },
    response: { status, headers: {}, body },
  };
}
