import { expect, test } from 'vitest';
import { loadCorpus } from '../../../corpus/index.ts';
import { filledPayload } from '../../../corpus/payload.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { inProject } from '../../../support/paths.ts';
import { surplusFindings, VIEWED_FIELDS, viewFindings } from './agent-view.ts';

const REQUEST = {
  params: {
    metadata: { trace: 't-1' },
    configuration: { historyLength: 3 },
    message: {
      extensions: ['https://a.example/x'],
      parts: [{ text: 'a' }, { text: 'b', metadata: { n: 1 } }],
    },
  },
};
const SEEN = {
  ...{ seq: 1, at: '2026-11-28T00:00:00.000Z' },
  raw: REQUEST.params.message,
  reading: { role: 'user', messageId: null, contextId: null, taskId: null, metadata: null, parts: [] },
  request: { metadata: { trace: 't-1' }, configuration: { historyLength: 3 } },
};

test('agent code that sees every field has no finding', () => {
  expect(viewFindings('A.7', 'strict', REQUEST, SEEN)).toEqual([]);
});

test.each([
  ['params.metadata', { request: { ...SEEN.request, metadata: { trace: 't-2' } } }, 'trace = "t-2"'],
  ['params.configuration.historyLength', { request: { metadata: { trace: 't-1' } } }, 'missing'],
  ['params.message.extensions', { raw: { ...SEEN.raw, extensions: [] } }, '[0] = missing'],
  [
    'params.message.parts[1].metadata',
    { raw: { ...SEEN.raw, parts: [{ text: 'a' }, { text: 'b' }] } },
    'missing',
  ],
])('what is lost of %s on the way to agent code is found', (name, less, saw) => {
  expect(viewFindings('A.7', 'strict', REQUEST, { ...SEEN, ...less })).toEqual([
    expect.objectContaining({ clause: 'A.7', actual: `agent code saw ${name} ${saw}` }),
  ]);
});

test('a line that shows its agents no request is asked for none, and for the message all the same', () => {
  const { request: _none, ...message } = SEEN;
  expect(viewFindings('A.7', '0.3', REQUEST, message)).toEqual([]);
  expect(viewFindings('A.7', '1.x', REQUEST, message)).toHaveLength(2);
  expect(viewFindings('A.7', '0.3', REQUEST, { ...message, raw: {} })).toHaveLength(2);
});

test('what agent code sees and nobody sent is found, and the empty values of a line are not', () => {
  const bare = { params: { message: { parts: [{ text: 'a' }] } } };
  const raw = { extensions: [], parts: [{ text: 'a', metadata: {} }] };
  expect(surplusFindings('A.7', REQUEST, SEEN)).toEqual([]);
  expect(surplusFindings('A.7', bare, { ...SEEN, raw, request: { metadata: null } })).toEqual([]);
  const others = { extensions: ['https://b.example'], parts: [{ text: 'a', metadata: { n: 1 } }] };
  const found = surplusFindings('A.7', bare, { ...SEEN, raw: others });
  expect(found.map(({ actual }) => actual)).toEqual([
    'agent code saw params.metadata {"trace":"t-1"}, which nobody sent',
    'agent code saw params.message.extensions ["https://b.example"], which nobody sent',
    'agent code saw params.message.parts[0].metadata {"n":1}, which nobody sent',
  ]);
});

/** What the reading of a message has, and what is no field of a request. */
const READ = /^params\.(id|message(\.(role|messageId|contextId|taskId|metadata|kind|content|ke\0y))?)$/;
const PART = /^params\.message\.parts\[\](\.(kind|type|text|data|file|filename|raw|url))?$/;

test('every field that an entry of the corpus sends is expected in the view of agents, or read with the message', async () => {
  const { entries } = await loadCorpus(inProject('corpus'));
  const delivered = entries.flatMap(({ steps }) =>
    steps.filter(({ expect: due }) => due.outcome === 'delivered'),
  );
  const requests = delivered.map((step) => parseJson(filledPayload(step).toString()));
  const messages = requests.filter(
    (request) => membersOf(membersOf(request, 'params'), 'message') !== undefined,
  );
  const sent = new Set(messages.flatMap(fieldsOf));
  const viewed = VIEWED_FIELDS.map(({ sent: pointer }) =>
    pointer.slice(1).replaceAll('/*', '[]').replaceAll('/', '.'),
  );
  expect(sent.size).toBeGreaterThan(20);
  const others = [...sent].filter((field) => !READ.test(field) && !PART.test(field));
  expect(others.filter((field) => !viewed.includes(field))).toEqual([]);
  expect(viewed.filter((field) => !sent.has(field))).toEqual([]);
});

/** Members of params, of its configuration, its message and the parts of that. */
function fieldsOf(request: unknown): readonly string[] {
  const params = membersOf(request, 'params');
  const message = membersOf(params, 'message');
  const parts = membersOf(message, 'parts');
  return [
    ...named('params.', params).filter((name) => name !== 'params.configuration'),
    ...named('params.configuration.', membersOf(params, 'configuration')),
    ...named('params.message.', message).filter((name) => name !== 'params.message.parts'),
    ...(Array.isArray(parts) ? parts.flatMap((part) => named('params.message.parts[].', part)) : []),
  ];
}

function named(prefix: string, value: unknown): readonly string[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.keys(value).map((key) => `${prefix}${key}`) : [];
}

function membersOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
