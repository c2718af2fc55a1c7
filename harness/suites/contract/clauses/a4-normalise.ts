import {
  type Conditions,
  type ContractCase,
  one,
  rows,
  since,
  string,
  type Tools,
  uuid,
} from '../language/index.ts';

const PARTS = [{ kind: 'text', text: 'hello' }];

/** A request that is accepted, and what of it reaches the agent. */
interface Accepted extends Conditions {
  readonly request: unknown;
  readonly like: unknown;
  /** Members of the message, or of the envelope where there is none, that the agent must not get. */
  readonly without?: readonly string[];
}

const ENVELOPE = { jsonrpc: '2.0', id: 7, method: 'message/send' };
const send = (message: object) => ({ ...ENVELOPE, params: { message } });
const reaches = (message: object) => ({ ...ENVELOPE, params: { message } });

/** A.4: what becomes of a request on its way. */
export const NORMALISE: readonly ContractCase[] = [
  ...rows<Accepted>(
    'A.4',
    'forwards',
    {
      'string-content': {
        request: send({ role: 'user', messageId: 'm', content: 'hello' }),
        like: reaches({ role: 'user', messageId: 'm', parts: PARTS }),
        without: ['content'],
      },
      'empty-string-content': {
        request: send({ role: 'user', messageId: 'm', content: '' }),
        like: reaches({ parts: [{ kind: 'text', text: '' }] }),
        without: ['content'],
      },
      'list-content': {
        request: send({
          role: 'user',
          messageId: 'm',
          content: [...PARTS, { kind: 'data', data: { a: null } }],
        }),
        like: reaches({ parts: [...PARTS, { kind: 'data', data: { a: null } }] }),
        without: ['content'],
      },
      'parts-beside-content': {
        request: send({ role: 'user', messageId: 'm', parts: PARTS, content: 'other' }),
        like: reaches({ parts: PARTS, content: 'other' }),
      },
      'empty-parts': {
        request: send({ role: 'user', messageId: 'm', parts: [] }),
        like: reaches({ parts: [] }),
      },
      'null-parts': {
        request: send({ role: 'user', messageId: 'm', parts: null, content: 'x' }),
        like: reaches({ parts: null, content: 'x' }),
      },
      'no-message-id': {
        request: send({ role: 'user', parts: PARTS }),
        like: reaches({ messageId: uuid() }),
      },
      'empty-message-id': {
        request: send({ role: 'user', messageId: '', parts: PARTS }),
        like: reaches({ messageId: '' }),
      },
      'null-message-id': {
        request: send({ role: 'user', messageId: null, parts: PARTS }),
        like: reaches({ messageId: null }),
      },
      'no-role': {
        request: send({ messageId: 'm', parts: PARTS }),
        like: reaches({ role: 'user' }),
        ...since('defaultsRole'),
      },
      'null-role': {
        request: send({ role: null, messageId: 'm', parts: PARTS }),
        like: reaches({ role: null }),
      },
      'parts-by-type': {
        request: send({ role: 'user', messageId: 'm', parts: [{ type: 'text', text: 'hello' }] }),
        like: reaches({ parts: PARTS }),
        ...since('renamesType'),
      },
      'content-by-type': {
        request: send({ role: 'user', messageId: 'm', content: [{ type: 'text', text: 'hello' }] }),
        like: reaches({ parts: PARTS }),
        ...since('renamesType'),
      },
      'no-envelope': {
        request: { id: 'mine', method: 'message/send', extra: 1, params: { message: { parts: PARTS } } },
        like: { jsonrpc: '2.0', id: uuid(), method: 'message/send', params: { message: { parts: PARTS } } },
        without: ['extra'],
      },
      'envelope-of-another-version': {
        request: { jsonrpc: '1.0', method: 'message/send', extra: 1, params: { message: { parts: PARTS } } },
        like: { jsonrpc: '1.0', extra: 1 },
        without: ['id'],
      },
      'null-envelope': {
        request: { jsonrpc: null, id: 3, method: 'message/send', params: { message: { parts: PARTS } } },
        like: { jsonrpc: null, id: 3 },
      },
      'null-document': { request: null, like: { jsonrpc: '2.0', id: uuid(), method: null, params: null } },
      'no-message': {
        request: { jsonrpc: '2.0', id: 1, method: 'tasks/list', params: { limit: 3 } },
        like: { jsonrpc: '2.0', id: 1, method: 'tasks/list', params: { limit: 3 } },
      },
      'message-that-is-no-object': {
        request: { jsonrpc: '2.0', id: 1, method: 'message/send', params: { message: 'x' } },
        like: { params: { message: 'x' } },
      },
      'params-that-are-a-list': {
        request: { jsonrpc: '2.0', id: 1, method: 'message/send', params: [1] },
        like: { params: [1] },
      },
    },
    (_row, key) => `What reaches the agent: ${key}`,
    async (tools, { request, like, without = [] }) => {
      const { sent, received } = await forwarded(tools, JSON.stringify(request));
      tools.expect('the agent has answered', sent, { status: 200 });
      tools.expect.like('the agent got', received, like);
      const inner: unknown = Reflect.get(Object(Reflect.get(Object(received), 'params')), 'message');
      const told = [inner, received].flatMap((each) =>
        without.filter((key) => Object.hasOwn(Object(each), key)),
      );
      tools.expect.value('what it must not get', told, []);
    },
  ),

  ...rows<{ readonly body: string; readonly error: unknown; readonly hint?: true }>(
    'A.4',
    'refuses',
    {
      empty: { body: '', error: 'invalid JSON' },
      space: { body: ' \n\t ', error: 'invalid JSON' },
      list: { body: '[]', error: 'invalid JSON' },
      text: { body: '"x"', error: 'invalid JSON' },
      number: { body: '7', error: 'invalid JSON' },
      true: { body: 'true', error: 'invalid JSON' },
      'cut-off': { body: '{"jsonrpc":"2.0"', error: 'invalid JSON' },
      'more-behind': { body: '{"jsonrpc":"2.0"} x', error: 'invalid JSON' },
      'byte-order-mark': { body: '﻿{"jsonrpc":"2.0"}', error: 'invalid JSON' },
      'not-a-number': { body: '{"jsonrpc":"2.0","id":NaN}', error: 'invalid JSON' },
      'neither-parts-nor-content': {
        body: JSON.stringify(send({ role: 'user' })),
        error: "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)",
        hint: true,
      },
      'neither-for-another-method': {
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tasks/get', params: { message: {} } }),
        error: "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)",
        hint: true,
      },
      'number-as-content': {
        body: JSON.stringify(send({ content: 7 })),
        error: 'invalid params.message.content type',
        hint: true,
      },
      'boolean-as-content': {
        body: JSON.stringify(send({ content: false })),
        error: 'invalid params.message.content type',
        hint: true,
      },
      'null-as-content': {
        body: JSON.stringify(send({ content: null })),
        error: 'invalid params.message.content type',
        hint: true,
      },
      'object-as-content': {
        body: JSON.stringify(send({ content: {} })),
        error: 'invalid params.message.content type',
        hint: true,
      },
    },
    (_row, key) => `What is refused: ${key}`,
    async (tools, { body, error, hint }) => {
      const { sent, received } = await forwarded(tools, body);
      tools.expect('the sender is told why', sent, {
        status: 400,
        like: { error, ...(hint && { hint: string() }) },
        without: ['jsonrpc', 'id'],
      });
      tools.expect.value('what the agent got', received ?? null, null);
    },
  ),

  one('A.4', 'bytes', 'The body goes on compact, with sorted keys and no markup in it', async (tools) => {
    const message = '{"parts":[{"text":"<b>&</b>","kind":"text"}],"messageId":"m","role":"user"}';
    const { received } = await forwardedBytes(
      tools,
      `{ "method":"message/send", "params":{"message":${message}},
      "jsonrpc":"2.0", "id":1 }`,
    );
    const sorted =
      '{"messageId":"m","parts":[{"kind":"text","text":"\\u003cb\\u003e\\u0026\\u003c/b\\u003e"}],"role":"user"}';
    tools.expect.value(
      'the bytes that the agent got',
      received,
      `{"id":1,"jsonrpc":"2.0","method":"message/send","params":{"message":${sorted}}}`,
    );
  }),

  one('A.4', 'digits', 'Digits of a number stay as they were sent', async (tools) => {
    const { received } = await forwardedBytes(
      tools,
      '{"jsonrpc":"2.0","id":9007199254740993,"method":"tasks/get","params":{"n":1.10,"e":1e2}}',
    );
    tools.expect.value('its id', /"id":9007199254740993\b/.test(received), true);
  }),
];

/** Sends a body to a workspace with an agent, and gives what arrived there. */
async function forwarded(tools: Tools, body: string) {
  const agent = tools.agent();
  const workspace = await tools.platform.workspace({ url: agent.url });
  const sent = await tools.platform.send(workspace, '', { json: undefined, body });
  return { sent, received: agent.received[0]?.json };
}

async function forwardedBytes(tools: Tools, body: string) {
  const agent = tools.agent();
  const workspace = await tools.platform.workspace({ url: agent.url });
  const sent = await tools.platform.send(workspace, '', { json: undefined, body });
  tools.expect('the agent has answered', sent, { status: 200 });
  return { received: agent.received[0]?.body.toString('utf8') ?? '' };
}
