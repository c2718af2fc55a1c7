import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelEndpoint, startModelEndpoint } from './server.ts';
import type { ChatMessage } from './types.ts';

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint = await startModelEndpoint({ host: '127.0.0.1', port: 0 });
});
afterAll(() => endpoint[Symbol.asyncDispose]());

function post(body: string) {
  return fetch(`${endpoint.url}/v1/chat/completions`, { method: 'POST', body });
}

/** What the model says to these messages, with these tools at hand. */
async function said(messages: readonly ChatMessage[], tools: readonly string[] = []) {
  const offered = tools.map((name) => ({ type: 'function', function: { name } }));
  const response = await post(JSON.stringify({ model: 'm', messages, tools: offered }));
  const { choices } = (await response.json()) as { choices: readonly { message: ChatMessage }[] };
  return choices[0]?.message;
}

const user = (content: ChatMessage['content']): ChatMessage => ({ role: 'user', content: content ?? '' });
const agent = (content: string): ChatMessage => ({ role: 'assistant', content });
const calls = (name: string, given: object): ChatMessage => ({
  ...{ role: 'assistant', content: null },
  tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(given) } }],
});
const text = (words: string) => ({ type: 'text', text: words });
const ASK_ME = user('Book a table for me, but ask me for the city before you do.');

test('knows what stands in the messages, and nothing of an earlier request', async () => {
  const told = [user('Hi, my name is Ada.'), agent('I have noted that.')];
  expect(await said([...told, user([text("What's my name?")])])).toMatchObject({
    content: 'Your name is Ada.',
  });
  expect(await said([user("What's my name?")])).toMatchObject({ content: 'I do not know your name.' });
});

test('says the same in chunks to whoever asks for a stream, and what it cost where that is asked for', async () => {
  const messages = [{ role: 'system', content: 'Be kind.' }, user('My town is Oslo. What is my town?')];
  const response = await post(
    JSON.stringify({ messages, stream: true, stream_options: { include_usage: true } }),
  );
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const lines = (await response.text()).trim().split('\n\n');
  expect(lines.at(-1)).toBe('data: [DONE]');
  const chunks = lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)));
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
    'I do not know your town.',
  );
  expect(chunks.map(({ choices }) => choices[0]?.finish_reason).filter(Boolean)).toEqual(['stop']);
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 0 } });
});

test.each<readonly [string, ChatMessage['content']]>([
  [
    'a part of its own, with a name',
    [
      text('Repeat the code in the file.'),
      {
        type: 'file',
        file: { filename: 'a.txt', file_data: `data:text/plain;base64,${btoa('The code is 17.')}` },
      },
    ],
  ],
  // As LiteLLM of google-adk sends it.
  ['one more text', [text('Repeat the code in the file.'), text('Users like it. The code is 17.')]],
])('reads a file that comes as %s', async (_what, content) => {
  expect(await said([user(content)])).toMatchObject({ content: expect.stringContaining('The code is 17.') });
  const later = [user(content), agent('…'), user('List what is attached to this message.')];
  expect(await said(later)).toMatchObject({ content: 'Nothing is attached to this message.' });
});

test('takes a file without any words for a file', async () => {
  const messages = [
    user('Status nominal. The code is 17.'),
    agent('…'),
    user('What is the code in the file?'),
  ];
  expect(await said(messages)).toMatchObject({ content: expect.stringContaining('17') });
});

test('uses the tools that it is offered, and says what they answer', async () => {
  const keep = user('Please use the memory tool to remember: my desk in Rome is red.');
  expect(await said([keep], ['remember'])).toMatchObject({
    tool_calls: [{ function: { name: 'remember', arguments: '{"name":"desk in Rome","value":"red"}' } }],
  });
  const answered = { role: 'tool', tool_call_id: 'call_1', content: 'Kept.' };
  expect(await said([keep, calls('remember', {}), answered])).toMatchObject({ content: 'Kept.' });
  expect(await said([keep])).toMatchObject({ content: 'I have no memory tool.' });
});

test.each<readonly [string, readonly ChatMessage[]]>([
  ['in words', [agent('For which city?'), user('Oslo')]],
  [
    'by a tool, which brings the answer',
    [
      calls('ask_user', { question: 'For which city?' }),
      { role: 'tool', tool_call_id: 'call_1', content: 'Oslo' },
    ],
  ],
  // As google-adk resumes what it has asked by a tool that runs long.
  [
    'by a tool that never answered',
    [
      calls('ask_user', { question: 'For which city?' }),
      {
        ...{ role: 'tool', tool_call_id: 'call_1' },
        content: 'Error: Missing tool result (tool execution may have been interrupted).',
      },
      user('Oslo'),
    ],
  ],
])('goes on with what it has asked for %s', async (_how, asked) => {
  expect(await said([ASK_ME, ...asked])).toMatchObject({ content: 'Booked a table in Oslo, for somebody.' });
});

test('asks by a tool only where there is one', async () => {
  expect(await said([ASK_ME], ['ask_user'])).toMatchObject({
    tool_calls: [{ function: { name: 'ask_user' } }],
  });
  expect(await said([ASK_ME])).toMatchObject({ content: 'For which city?' });
});

test.each(['', '{', '[]', '{"messages":"Hi"}', 'null'])('refuses %j as OpenAI does', async (body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});
