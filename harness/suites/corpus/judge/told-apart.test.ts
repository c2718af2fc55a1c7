import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../support/verdict.ts';
import { documentOf } from '../../../wire/document/parse.ts';
import { readingOf } from '../../../wire/reply/message-reading.ts';
import { aftermathOf, read, rowOf, WORKSPACE } from '../test-support/aftermaths.ts';
import { DELIVERED, judge } from '../test-support/judging.ts';
import {
  echo,
  entryWith,
  NONCE,
  recordOf,
  requestWith,
  type Scene,
  stepRecordOf,
  stepWith,
} from '../test-support/records.ts';
import { viewFindings } from './agent-view.ts';
import { peerFindings } from './caller.ts';
import { laterFindings } from './delivered-later.ts';
import { judgeCase } from './judge-case.ts';
import { columnsApart, documentFinding } from './row-columns.ts';
import { arrivedOf, evidenceOf } from './step-evidence.ts';

/** Two texts of which no window at the beginning or at the end alone tells which is which. */
const LONG = 'x'.repeat(5_000);
const ONE = `${LONG}1.`;
const TWO = `${LONG}2.`;

const text = (words: string) => ({ parts: [{ kind: 'text', text: `${NONCE} ${words}` }] });
const sent = (words: string) => requestWith(text(words));

const FOUND: Readonly<Record<string, () => readonly Finding[]>> = {
  'the document that arrived': () => judged({ sent: sent(ONE), arrived: [sent(TWO)] }),
  'a text as agent code read it': () => readAs(text(TWO), text(ONE)),
  'data as agent code read it': () => {
    const data = (value: string) => ({ parts: [{ kind: 'data', data: { value, id: NONCE } }] });
    return readAs(data(TWO), data(ONE));
  },
  'a file as agent code read it': () => {
    const file = (name: string) => ({ parts: [{ kind: 'file', file: { uri: `https://h/${NONCE}`, name } }] });
    return readAs(file(TWO), file(ONE));
  },
  'an id as agent code read it': () => readAs({ messageId: TWO }, { messageId: ONE }),
  'metadata as agent code read them': () => readAs({ metadata: { a: TWO } }, { metadata: { a: ONE } }),
  'what agent code sees of a request': () => {
    const handed = {
      seq: 1,
      at: '',
      raw: {},
      reading: readingOf(sent(ONE)),
      request: { metadata: { a: TWO } },
    };
    return viewFindings('A.4', 'strict', { params: { metadata: { a: ONE } } }, handed);
  },
  'the id of the reply': () =>
    judged({ sent: { ...sent(''), id: ONE }, reply: echo(`echo: ${NONCE} `, TWO) }),
  'what the sender was told': () =>
    judged({ sent: sent(ONE), reply: echo(`${NONCE} ${TWO}`), said: [{ reply: echo(`${NONCE} ${ONE}`) }] }),
  'the error that the sender was told': () => {
    const expectation = { outcome: 'rejected', by: 'runtime', status: 418, cause: 'x' } as const;
    const reply = { error: TWO };
    return judge(expectation, {
      read: [],
      status: 418,
      reply,
      said: [{ status: 418, reply: { error: ONE } }],
    }).findings;
  },
  'the history of a task': () => history([ONE], [TWO]),
  'the history of a task with more in it': () => history(['first', ONE], ['first', TWO]),
  'a column of a row': () => columnsApart('A.12', { summary: ONE }, new Map([['summary', TWO]])),
  'a document of a row': () =>
    documentFinding(
      'A.12',
      'request_body',
      documentOf([ONE]),
      new Map([['request_body', documentOf([TWO])]]),
    ),
  'a row of a case': () => {
    const request = sent('');
    const row = rowOf(request, { response_body: echo(), summary: `message/send → ${TWO}` });
    const after = aftermathOf({ activity: read([row]) });
    return aftermath({ ...after, workspace: { ...WORKSPACE, name: ONE } }, request);
  },
  'the peer of a row': () => {
    const after = { ...aftermathOf({}), workspace: { ...WORKSPACE, caller: { id: 'c1', name: ONE } } };
    const card = 'http://h/registry/discover/c1';
    return peerFindings(
      recordOf({}, { after }),
      new Map([
        ['peer_name', TWO],
        ['agent_card_url', card],
      ]),
    );
  },
  'the words of the user in the chat': () => chat({ user: TWO }),
  'the words of the agent in the chat': () => chat({ agent: TWO }),
  'what was sent later': () => {
    const entry = entryWith(DELIVERED, { agent: { mode: 'busy' }, returns: ['push'] });
    const [step = stepWith(DELIVERED)] = entry.steps;
    const evidence = evidenceOf(entry, step, 0, recordOf({ sent: sent(ONE), arrived: [sent(TWO)] }));
    const tried = stepRecordOf({ sent: sent(ONE) }).inboxAfter.arrivals.map(arrivedOf);
    if (!evidence) return [];
    const expected = { ...DELIVERED, outcome: 'delivered-later', status: 202 } as const;
    return laterFindings({ ...evidence, tried }, expected).altered.filter(({ clause }) => clause === 'B');
  },
};

describe('a finding shows where two long texts part, on both sides, of', () => {
  test.each(Object.entries(FOUND))('%s', (_what, find) => {
    const findings = find();
    expect(findings.length).toBeGreaterThan(0);
    for (const { expected, actual } of findings) {
      expect(expected.join()).toMatch(/x1\./);
      expect(actual).toMatch(/x2\./);
      expect(actual.length).toBeLessThan(400);
    }
  });
});

function judged(scene: Scene): readonly Finding[] {
  return judge(DELIVERED, scene).findings;
}

function readAs(reads: object, arrived: object): readonly Finding[] {
  const request = requestWith({ ...arrived });
  return judged({ sent: request, read: [readingOf(requestWith({ ...arrived, ...reads }))] }).filter(
    ({ actual }) => actual.startsWith('agent code read'),
  );
}

function history(due: readonly string[], shown: readonly string[]): readonly Finding[] {
  const call = { jsonrpc: '2.0', id: 'q1', method: 'tasks/get', params: { id: 't1' } };
  const messages = shown.map((words) => ({
    role: 'user',
    kind: 'message',
    parts: [{ kind: 'text', text: words }],
  }));
  const result = { id: 't1', status: { state: 'completed' }, history: messages };
  const expectation = {
    ...DELIVERED,
    history: due,
    schema: 'none',
    schemaReason: 'a call about a task',
  } as const;
  return judge(
    expectation,
    { sent: call, read: [], reply: { jsonrpc: '2.0', id: 'q1', result } },
    { route: 'direct' },
  ).findings;
}

function chat({ user = ONE, agent = ONE }): readonly Finding[] {
  const messages = [
    { role: 'user', content: `${NONCE} ${user}` },
    { role: 'agent', content: `echo: ${NONCE} ${agent}` },
  ];
  const after = aftermathOf({ history: read({ messages, reached_end: true }) });
  return aftermath(after, sent(ONE), echo(`echo: ${NONCE} ${ONE}`));
}

function aftermath(after: ReturnType<typeof aftermathOf>, request: unknown, reply = echo()) {
  return judgeCase(entryWith(DELIVERED), 'strict', 'R3', recordOf({ sent: request, reply }, { after }))
    .findings;
}
