import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineId } from '../config.ts';
import {
  type Reply,
  sendBody,
  sendBodyV1,
  startTestRuntime,
  type TestRuntime,
  V1_HEADERS,
} from '../testing.ts';

/** `delivered`: the text reached the agent code. `lost`: the agent code was called without it. A number: refused. */
type Fate = 'delivered' | 'lost' | number;

interface Row {
  readonly name: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  readonly fate: Readonly<Record<LineId, Fate>>;
}

const CONTENT_STRING = sendBody({ parts: undefined, content: 'hello' });
const TYPED_PARTS = sendBody({ parts: [{ type: 'text', text: 'hello' }] });

const ROWS: readonly Row[] = [
  row('v0.3 parts', sendBody(), ['delivered', 'delivered', 'delivered', 'delivered']),
  row('a message without kind', sendBody({ kind: undefined }), [
    'delivered',
    'delivered',
    'delivered',
    'delivered',
  ]),
  row('content as a string', CONTENT_STRING, [-32602, 'lost', 'lost', -32602]),
  row('content as a list', sendBody({ parts: undefined, content: [{ kind: 'text', text: 'hello' }] }), [
    -32602,
    'lost',
    'lost',
    -32602,
  ]),
  row('parts told apart by type', TYPED_PARTS, [-32602, 'lost', 'lost', -32602]),
  row('parts without a kind', sendBody({ parts: [{ text: 'hello' }] }), [-32602, 'lost', 'lost', -32602]),
  row('empty parts', sendBody({ parts: [] }), [-32602, 'lost', 'lost', 'lost']),
  row('parts null', sendBody({ parts: null }), [-32602, 'lost', 'lost', -32602]),
  row('no messageId', sendBody({ messageId: undefined }), [-32602, -32602, -32602, -32602]),
  row(
    'a bare envelope',
    { method: 'message/send', params: sendBody().params },
    [-32600, -32600, -32600, -32600],
  ),
  row('a batch', [sendBody()], [-32600, -32600, -32600, -32600]),
  row('no id', sendBody({}, { id: undefined }), [-32600, 'delivered', 'delivered', 'delivered']),
  row('tasks/send', sendBody({}, { method: 'tasks/send' }), [-32601, -32601, -32601, -32601]),
  row('SendMessage without a version', sendBodyV1(), [-32601, -32601, -32601, -32601]),
  row(
    'SendMessage with A2A-Version 1.0',
    sendBodyV1(),
    ['delivered', -32601, -32601, 'delivered'],
    V1_HEADERS,
  ),
  row(
    'message/send with A2A-Version 1.0',
    sendBody(),
    [-32601, 'delivered', 'delivered', -32601],
    V1_HEADERS,
  ),
  row('an unknown version', sendBody(), [-32009, 'delivered', 'delivered', -32009], { 'a2a-version': '1.1' }),
  row(
    '1.0 without messageId',
    sendBodyV1({ messageId: undefined }),
    [-32602, -32601, -32601, -32602],
    V1_HEADERS,
  ),
  row(
    '1.0 with content',
    sendBodyV1({ parts: undefined, content: [{ text: 'hello' }] }),
    [-32602, -32601, -32601, 'lost'],
    V1_HEADERS,
  ),
];

describe.each(['strict', '0.2', '0.3', '1.x'] as const)('the line %s', (line) => {
  let runtime: TestRuntime;
  beforeAll(async () => {
    runtime = await startTestRuntime(line);
  });
  afterAll(() => runtime[Symbol.asyncDispose]());

  it.each(ROWS.map((entry, index) => ({ ...entry, agent: `agent-${index}` })))(
    'does with $name what its SDK was measured to do',
    async ({ agent, body, headers, fate }) => {
      const reply = await runtime.post(agent, body, headers);
      expect(await fateOf(runtime, agent, reply)).toBe(fate[line]);
    },
  );

  it('answers broken JSON in its own form', async () => {
    const reply = await runtime.post('broken', JSON.stringify(sendBody()).slice(0, 80));
    const { status, contentType, code } = BROKEN_JSON[line];
    expect(reply.status).toBe(status);
    expect(reply.contentType).toContain(contentType);
    expect(reply.body.error?.code).toBe(code);
  });

  it('serves its card where its protocol has it', async () => {
    const reply = await fetch(`${runtime.url}/agents/a1/.well-known/${CARDS[line]}`);
    expect(await reply.json()).toMatchObject({ name: 'echo-a1' });
    expect((await runtime.inbox('a1')).arrivals).toEqual([]);
  });
});

const BROKEN_JSON = {
  strict: { status: 400, contentType: 'application/json', code: -32700 },
  '0.2': { status: 400, contentType: 'text/html', code: undefined },
  '0.3': { status: 400, contentType: 'application/json', code: -32700 },
  '1.x': { status: 200, contentType: 'application/json', code: -32700 },
} as const;

const CARDS = {
  strict: 'agent-card.json',
  '0.2': 'agent.json',
  '0.3': 'agent-card.json',
  '1.x': 'agent-card.json',
} as const;

function row(name: string, body: unknown, fates: readonly Fate[], headers?: Record<string, string>): Row {
  const [strict = 0, v02 = 0, v03 = 0, v1 = 0] = fates;
  return { name, body, fate: { strict, '0.2': v02, '0.3': v03, '1.x': v1 }, ...(headers && { headers }) };
}

async function fateOf(runtime: TestRuntime, agent: string, reply: Reply): Promise<Fate> {
  const { arrivals, handed } = await runtime.inbox(agent);
  expect(reply.status).toBe(200);
  expect(arrivals).toHaveLength(1);
  expect(handed).toHaveLength(reply.body.error ? 0 : 1);
  if (reply.body.error) return reply.body.error.code;
  const read = handed[0]?.reading.parts.some((part) => part.kind === 'text' && part.text === 'hello');
  expect(reply.text.includes('echo: hello')).toBe(read);
  return read ? 'delivered' : 'lost';
}
