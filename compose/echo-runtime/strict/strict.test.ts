import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBody, sendBodyV1, startTestRuntime, type TestRuntime, V1_HEADERS } from '../testing.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await startTestRuntime('strict');
});
afterAll(() => runtime[Symbol.asyncDispose]());

describe('the envelope', () => {
  it.each(['9007199254740993', '-0', '"\\u0041\\/"', '"ä"', '7'])(
    'repeats the id %s byte for byte',
    async (id) => {
      const text = JSON.stringify(sendBody({}, { id: 'ID' })).replace('"ID"', id);
      expect((await runtime.post('ids', text)).text).toContain(`{"jsonrpc":"2.0","id":${id},"result"`);
    },
  );

  it.each([null, true, 1.5, {}, []])('refuses the id %j with id null', async (id) => {
    const reply = await runtime.post('bad-ids', sendBody({}, { id }));
    expect(reply.body).toMatchObject({ id: null, error: { code: -32600 } });
  });

  it.each(['null', '"hello"', '[]', '42', '{}', '{"jsonrpc":"1.0","id":1,"method":"message/send"}'])(
    'refuses %s as no request',
    async (text) => {
      expect((await runtime.post('envelopes', text)).body.error?.code).toBe(-32600);
    },
  );

  it.each([
    ['a byte order mark', Buffer.from('\ufeff{}')],
    ['invalid UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ['trailing text', Buffer.from('{} x')],
    ['NaN', Buffer.from('{"id":NaN}')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s with status 400 and -32700', async (_name, bytes) => {
    const reply = await runtime.post('broken', bytes);
    expect([reply.status, reply.body.error?.code, reply.body.id]).toEqual([400, -32700, null]);
  });

  it.each([
    ['text/plain', {}],
    ['application/json; charset=utf-16', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('refuses content type %s %j with 415', async (type, more) => {
    const reply = await runtime.post('types', JSON.stringify(sendBody()), { 'content-type': type, ...more });
    expect([reply.status, reply.body.error?.code]).toEqual([415, -32005]);
  });

  it('takes the version from the query as well', async () => {
    const reply = await runtime.post('query?A2A-Version=1.0', sendBodyV1());
    expect(reply.body).toMatchObject({ result: { message: { role: 'ROLE_AGENT' } } });
  });
});

describe('params of v0.3', () => {
  it.each([
    ['no params', { params: undefined }, ''],
    ['params as a list', { params: [1] }, ''],
    ['a message that is a text', { params: { message: 'x' } }, '/message'],
  ])('refuses %s', async (_name, envelope, path) => {
    const reply = await runtime.post('params', sendBody({}, envelope));
    expect(reply.body.error).toMatchObject({ code: -32602, data: { path } });
  });

  it.each([
    ['a numeric text', { parts: [{ kind: 'text', text: 42 }] }, '/message/parts/0/text'],
    ['an unknown kind', { parts: [{ kind: 'image' }] }, '/message/parts/0'],
    ['a file without content', { parts: [{ kind: 'file', file: { name: 'a' } }] }, '/message/parts/0/file'],
    ['data that is a list', { parts: [{ kind: 'data', data: [] }] }, '/message/parts/0/data'],
    ['a numeric messageId', { messageId: 5 }, '/message/messageId'],
    ['a foreign role', { role: 'assistant' }, '/message/role'],
    ['a wrong kind', { kind: 'task' }, '/message/kind'],
    ['empty parts', { parts: [] }, '/message/parts'],
  ])('refuses %s and says where', async (_name, message, path) => {
    const { error } = (await runtime.post('params', sendBody(message))).body;
    expect(error?.code).toBe(-32602);
    const { path: at } = (error?.data ?? {}) as { path?: string };
    expect(at).toMatch(new RegExp(`^${path}`));
    expect((await runtime.inbox('params')).handed).toEqual([]);
  });
});

describe('params of 1.0', () => {
  it.each([
    ['no messageId', { messageId: undefined }],
    ['an empty messageId', { messageId: '' }],
    ['no role', { role: undefined }],
    ['a v0.3 role', { role: 'user' }],
    ['no parts', { parts: undefined }],
    ['empty parts', { parts: [] }],
    ['an empty part', { parts: [{}] }],
    ['a part with two contents', { parts: [{ text: 'a', url: 'http://b' }] }],
    ['content for parts', { parts: undefined, content: [{ text: 'a' }] }],
  ])('refuses %s', async (_name, message) => {
    expect((await runtime.post('v1', sendBodyV1(message), V1_HEADERS)).body.error?.code).toBe(-32602);
  });

  it('reads every kind of part', async () => {
    const parts = [
      { text: 'hello' },
      { raw: 'aGk=', filename: 'a.txt', mediaType: 'text/plain' },
      { url: 'https://example.org/a' },
      { data: null },
    ];
    await runtime.post('v1-parts', sendBodyV1({ parts }), V1_HEADERS);
    const [handed] = (await runtime.inbox('v1-parts')).handed;
    expect(handed?.reading).toMatchObject({ role: 'user', messageId: 'm1' });
    expect(handed?.reading.parts).toEqual([
      { kind: 'text', text: 'hello' },
      { kind: 'file', name: 'a.txt', mimeType: 'text/plain', bytes: 'aGk=', uri: null },
      { kind: 'file', name: null, mimeType: null, bytes: null, uri: 'https://example.org/a' },
      { kind: 'data', data: null },
    ]);
  });

  it('wraps results and events as 1.0 does', async () => {
    await runtime.setUp('v1-task', { answer: 'task' });
    const { result } = (await runtime.post('v1-task', sendBodyV1(), V1_HEADERS)).body as {
      result: { task: { id: string } };
    };
    expect(result.task).toMatchObject({ status: { state: 'TASK_STATE_COMPLETED' } });
    const got = await runtime.post('v1-task', rpc('GetTask', { id: result.task.id }), V1_HEADERS);
    expect(got.body).toMatchObject({ result: { id: result.task.id } });
    const stream = await runtime.post(
      'v1-task',
      sendBodyV1({}, { method: 'SendStreamingMessage' }),
      V1_HEADERS,
    );
    const members = stream.text.match(/"result":\{"(\w+)"/g);
    expect(members).toEqual(
      ['task', 'statusUpdate', 'artifactUpdate', 'statusUpdate'].map((m) => `"result":{"${m}"`),
    );
  });
});

describe('tasks', () => {
  it('answers by a task that holds a message nested too deeply for JSON.stringify', async () => {
    await runtime.setUp('deep', { answer: 'task' });
    const deep = '['.repeat(9_000) + ']'.repeat(9_000);
    const text = JSON.stringify(sendBody({ metadata: { deep: 0 } })).replace('"deep":0', `"deep":${deep}`);
    expect((await runtime.post('deep', text)).text).toContain(deep);
  });

  it('refuses a message to a task of another context', async () => {
    await runtime.setUp('context', { answer: 'input-required' });
    const { result } = (await runtime.post('context', sendBody({ contextId: 'c1' }))).body as {
      result: { id: string };
    };
    const reply = await runtime.post('context', sendBody({ taskId: result.id, contextId: 'c2' }));
    expect(reply.body.error).toMatchObject({ code: -32602, data: { path: '/message/contextId' } });
  });

  it('answers at once when the caller does not wait, and a cancelled task stays cancelled', async () => {
    await runtime.setUp('cancel', { answer: 'task', mode: 'slow', delayMs: 50 });
    const { params } = sendBody();
    const impatient = sendBody({}, { params: { ...params, configuration: { blocking: false } } });
    const { result } = (await runtime.post('cancel', impatient)).body as { result: { id: string } };
    const { id } = result;
    const cancelled = await runtime.post('cancel', rpc('tasks/cancel', { id }));
    expect(cancelled.body).toMatchObject({ result: { status: { state: 'canceled' } } });
    expect((await runtime.post('cancel', rpc('tasks/cancel', { id }))).body.error?.code).toBe(-32002);
    await runtime.setUp('slower', { mode: 'slow', delayMs: 80 });
    // Its answer comes when the cancelled task, which is quicker, would have been completed.
    await runtime.post('slower', sendBody());
    const later = await runtime.post('cancel', rpc('tasks/get', { id }));
    expect(later.body).toMatchObject({ result: { status: { state: 'canceled' } } });
  });

  it.each([
    ['tasks/resubscribe', -32004],
    ['tasks/pushNotificationConfig/set', -32003],
    ['agent/getAuthenticatedExtendedCard', -32007],
    ['tasks/sendSubscribe', -32601],
  ])('answers %s with %i', async (method, code) => {
    expect((await runtime.post('methods', rpc(method, { id: 'x' }))).body.error?.code).toBe(code);
  });
});

function rpc(method: string, params: unknown) {
  return { jsonrpc: '2.0', id: 'r', method, params };
}
