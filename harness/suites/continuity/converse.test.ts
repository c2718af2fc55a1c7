import { expect, test } from 'vitest';
import type { SessionStyle } from '../../config/runtime-terms.ts';
import { type Asked, hold, message, task } from './holding.ts';

const HI = { user: 'My name is {{nonce.name}}.', expect: { state: 'completed' } };
const WHO = { user: 'Who am I?', expect: { contains: ['{{nonce.name}}'] } };
const contextsOf = (asked: readonly Asked[]) => asked.map(({ params }) => params.message?.contextId);

test('a message has the form that the contract gives it', async () => {
  const file = { name: 'a.txt', text: 'hello' };
  const { asked } = await hold([{ user: 'Read this.', files: [file], expect: { state: 'completed' } }], () =>
    message('Done.'),
  );
  expect(asked).toEqual([
    {
      jsonrpc: '2.0',
      id: expect.stringMatching(/^canary-[0-9a-f]{12}$/),
      method: 'message/send',
      params: {
        message: {
          ...{ role: 'user', kind: 'message', messageId: asked[0]?.id },
          contextId: expect.stringMatching(/^canary-ctx-[0-9a-f]{12}$/),
          parts: [
            { kind: 'text', text: 'Read this.' },
            { kind: 'file', file: { name: 'a.txt', mimeType: 'text/plain', bytes: 'aGVsbG8=' } },
          ],
        },
        configuration: { acceptedOutputModes: ['text/plain'], blocking: true },
      },
    },
  ]);
});

test('a nonce is the same word wherever it stands in a conversation, and another one the next time', async () => {
  const words: string[] = [];
  for (const _ of [1, 2]) {
    const { asked, turns } = await hold([HI, WHO], () => message('Hm.'));
    const [, told = ''] = /My name is (\w+)\./.exec(asked[0]?.params.message?.parts[0]?.text ?? '') ?? [];
    expect(turns[1]?.expect.contains).toEqual([told]);
    words.push(told);
  }
  expect(words[0]).not.toBe(words[1]);
});

test.each<readonly [SessionStyle, (contexts: readonly (string | undefined)[]) => void]>([
  [
    'context',
    ([first, second, other]) => {
      expect(first).toBe(second);
      expect(other).not.toBe(first);
    },
  ],
  ['issued', (contexts) => expect(contexts).toEqual([undefined, 'issued', undefined])],
  ['history', (contexts) => expect(contexts).toEqual([undefined, undefined, undefined])],
])('a runtime that keeps sessions by %s gets the contextId that belongs to it', async (session, check) => {
  const { asked } = await hold(
    [HI, WHO, { step: 'new_context' }, { ...WHO, expect: { not_contains: ['{{nonce.name}}'] } }],
    () => message('Hm.'),
    { session },
  );
  check(contextsOf(asked));
});

test('a runtime that keeps none gets what was said before, by both', async () => {
  const { asked } = await hold([HI, WHO], (_asked, nth) => message(`Answer ${nth}.`), { session: 'history' });
  expect(asked.map(({ params }) => params.metadata)).toEqual([
    undefined,
    {
      history: [
        { role: 'user', parts: [{ kind: 'text', text: asked[0]?.params.message?.parts[0]?.text }] },
        { role: 'agent', parts: [{ kind: 'text', text: 'Answer 1.' }] },
      ],
    },
  ]);
});

test('a task at work is asked for until it rests, before anything else is said', async () => {
  const { asked, turns } = await hold([HI, WHO], ({ method }, nth) =>
    method === 'tasks/get'
      ? task(nth < 4 ? 'working' : 'completed', 'Now.')
      : nth === 1
        ? task('submitted')
        : message('Hm.'),
  );
  expect(asked.map(({ method }) => method)).toEqual([
    'message/send',
    'tasks/get',
    'tasks/get',
    'tasks/get',
    'message/send',
  ]);
  expect(turns[0]?.outcome).toMatchObject({ kind: 'answered', reply: { text: 'Now.', state: 'completed' } });
});

test('a task that never rests is overdue, and ends the conversation', async () => {
  const { turns } = await hold([{ ...HI, expect: { state: 'completed', deadline: '300ms' } }, WHO], () =>
    task('working'),
  );
  expect(turns.map(({ outcome }) => outcome)).toEqual([
    { kind: 'overdue', words: 'the task was still working after 300 ms' },
  ]);
});

test('a question that the deadline cuts short does not hide how the task stood', async () => {
  const { turns } = await hold(
    [{ ...HI, expect: { state: 'completed', deadline: '300ms' } }, WHO],
    (_asked, nth) => (nth < 3 ? task('working') : new Promise(() => undefined)),
  );
  expect(turns.map(({ outcome }) => outcome)).toEqual([
    { kind: 'overdue', words: 'the task was still working after 300 ms' },
  ]);
});

test.each<readonly [string, object, RegExp]>([
  ['an error', { error: { code: -32603, message: 'Oh.' } }, /error -32603 "Oh\."/],
  [
    'a failed task, whatever its words',
    task('failed', 'Your name is known.'),
    /a task that failed: "Your name is known\."/,
  ],
])('%s ends the conversation before any word of it is read', async (_what, reply, words) => {
  const { turns } = await hold([HI, WHO], () => reply);
  expect(turns).toHaveLength(1);
  expect(turns[0]?.outcome).toMatchObject({ words: expect.stringMatching(words) });
});

test('a turn that is never answered is overdue', async () => {
  const { turns } = await hold(
    [{ ...HI, expect: { state: 'completed', deadline: '300ms' } }],
    () => new Promise(() => undefined),
  );
  expect(turns[0]?.outcome).toMatchObject({
    kind: 'overdue',
    words: expect.stringContaining('no complete reply'),
  });
});

test('the answer to another request is none', async () => {
  const { turns } = await hold([HI], () => ({ ...message('Hm.'), id: 'other' }));
  expect(turns[0]?.outcome).toEqual({
    kind: 'failed',
    words: 'the sender got a reply to the request "other", which is not its own',
  });
});

test('what a refused turn told need not be known later, and what the other told has to be', async () => {
  const at = (nonce: string) => ({
    user: `My ${nonce} is {{nonce.${nonce}}}.`,
    expect: { state: 'completed', refusal: 'allowed' },
  });
  const both = { user: 'Both?', expect: { contains: ['{{nonce.dog}}', '{{nonce.cat}}'] } };
  const { turns } = await hold([{ together: [at('dog'), at('cat')] }, both], ({ params }) =>
    JSON.stringify(params).includes('My cat') ? { error: { code: -32000, message: 'busy' } } : message('Hm.'),
  );
  expect(turns.map(({ outcome }) => outcome.kind)).toEqual(['answered', 'refused', 'answered']);
  expect(turns[2]?.expect.contains).toHaveLength(1);
});

test('what was captured is looked for later', async () => {
  const pick = { user: 'Pick one.', capture: { number: '(\\d+)' }, expect: { matches: ['\\d'] } };
  const which = { user: 'Which?', expect: { contains: ['{{captured.number}}'] } };
  const { turns } = await hold([pick, which], () => message('I took 42.'));
  expect(turns[1]?.expect.contains).toEqual(['42']);
});

test('a task is gone on with under its own id, and cancelled by it', async () => {
  const ask = { user: 'Book.', expect: { state: 'input-required' } };
  const resumed = await hold(
    [ask, { user: 'Oslo', continues: 'main', expect: { state: 'completed' } }],
    (_asked, nth) => (nth === 1 ? task('input-required', 'Where?') : message('Booked.')),
  );
  expect(resumed.asked[1]?.params.message?.taskId).toBe('t');
  const begun = { user: 'A long story.', begin: true, expect: { state: 'working' } };
  const cancelled = await hold([begun, { step: 'cancel' }], ({ method }) =>
    task(method === 'tasks/cancel' ? 'canceled' : 'working'),
  );
  expect(cancelled.asked.map(({ method, params }) => [method, params.id])).toEqual([
    ['message/send', undefined],
    ['tasks/cancel', 't'],
  ]);
  expect(cancelled.asked[0]?.params.configuration).toMatchObject({ blocking: false });
  expect(cancelled.records[1]).toEqual({ kind: 'cancel', label: '2' });
});

test('a runtime that does not come back ends the conversation', async () => {
  const restart = async () => 'it did not come back';
  const { records } = await hold([HI, { step: 'restart' }, WHO], () => message('Hm.'), { restart });
  expect(records.at(-1)).toEqual({ kind: 'restart', label: '2', fault: 'it did not come back' });
});

test('one that speaks 1.0 is spoken to in 1.0', async () => {
  const file = { name: 'a.txt', text: 'hello' };
  const reply = { result: { message: { role: 'ROLE_AGENT', parts: [{ text: 'Done.' }] } } };
  const { asked } = await hold(
    [{ user: 'Read.', files: [file], expect: { state: 'completed' } }],
    () => reply,
    { line: '1.0' },
  );
  expect(asked[0]).toMatchObject({
    method: 'SendMessage',
    params: {
      message: {
        role: 'ROLE_USER',
        parts: [{ text: 'Read.' }, { raw: 'aGVsbG8=', filename: 'a.txt', mediaType: 'text/plain' }],
      },
      configuration: { returnImmediately: false },
    },
  });
});
