import { expect, test } from 'vitest';
import { aftermathOf } from '../test-support/aftermaths.ts';
import { DELIVERED } from '../test-support/judging.ts';
import { entryWith, recordOf } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

type Headers = Readonly<Record<string, string>>;

function findings(sent: Headers, arrived: Headers, callerId?: string) {
  const record = recordOf({}, { after: aftermathOf({}), ...(callerId !== undefined && { callerId }) });
  const steps = record.steps.map(({ exchange, inboxAfter, ...step }) => ({
    ...step,
    exchange: { ...exchange, request: { ...exchange.request, headers: sent } },
    inboxAfter: {
      ...inboxAfter,
      arrivals: inboxAfter.arrivals.map((arrival) => ({ ...arrival, headers: arrived })),
    },
  }));
  const judged = judgeCase(entryWith(DELIVERED), 'strict', 'R3', { ...record, steps });
  return judged.findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

test.each([
  ['authorization', 'Bearer redacted:1'],
  ['x-workspace-id', 'c1'],
  ['accept', 'text/event-stream'],
  ['content-type', 'text/plain'],
  ['Cookie', 'a=b'],
])('the header %s of a sender must not reach the agent, whoever sends it', (name, value) => {
  const found = `A.7: the header ${name.toLowerCase()} of the caller reached the agent`;
  expect(findings({ [name]: value }, { [name.toLowerCase()]: value })).toEqual([found]);
  expect(findings({ [name]: value }, {})).toEqual([]);
});

test('an agent may get what the platform says itself, of the same name too', () => {
  const sent = { authorization: 'Bearer redacted:1', 'content-type': 'application/json', 'user-agent': 'a' };
  const own = { authorization: 'Basic redacted:2', 'content-type': 'application/json', 'user-agent': 'a' };
  expect(findings(sent, own)).toEqual([]);
});

test('the workspace that spoke is not named to the agent, though only its bearer was sent', () => {
  expect(findings({}, { 'x-workspace-id': 'c1' }, 'c1')).toContain(
    'A.7: the header x-workspace-id of the caller reached the agent',
  );
});
