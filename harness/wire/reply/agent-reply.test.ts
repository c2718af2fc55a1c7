import { expect, test } from 'vitest';
import { type AgentReply, agentReplyIn } from './agent-reply.ts';
import { readReply } from './told.ts';

const MINE = 'canary-1';
const ASKED = { role: 'user', messageId: MINE, parts: [{ kind: 'text', text: 'What is my name?' }] };

function says(...texts: readonly string[]) {
  return { role: 'agent', messageId: 'm', parts: texts.map((text) => ({ kind: 'text', text })) };
}

function task(state: string, more: object = {}) {
  return { kind: 'task', id: 't', contextId: 'c', status: { state }, ...more };
}

/** What is read of these results, each in an envelope of its own, as one body or as events. */
function read(...results: readonly unknown[]): AgentReply {
  const envelopes = results.map((result) => JSON.stringify({ jsonrpc: '2.0', id: MINE, result }));
  const isStream = envelopes.length > 1;
  const body = isStream ? envelopes.map((text) => `data: ${text}\n\n`).join('') : (envelopes[0] ?? '');
  const headers = { 'content-type': isStream ? 'text/event-stream' : 'application/json' };
  const told = readReply({ status: 200, headers, body: Buffer.from(body) }, true);
  if (told.kind !== 'success') throw new Error(`it was read as ${told.kind}`);
  return agentReplyIn(told.envelopes, MINE);
}

test.each<readonly [string, readonly unknown[], AgentReply]>([
  ['a message', [{ kind: 'message', ...says('Your name', ' is Ada.') }], { text: 'Your name is Ada.' }],
  [
    'a message in a context',
    [{ kind: 'message', contextId: 'c', ...says('Ada.') }],
    { text: 'Ada.', contextId: 'c' },
  ],
  [
    'a task whose artifact has a part for each token',
    [task('completed', { artifacts: [{ artifactId: 'a', parts: says('Yo', 'ur ', 'name').parts }] })],
    { text: 'Your name', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a task with an artifact and a status: the status',
    [
      {
        ...task('completed', { artifacts: [{ artifactId: 'a', parts: says('a draft').parts }] }),
        status: { state: 'completed', message: says('Ada.') },
      },
    ],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a task whose status repeats the user: the artifact',
    [
      {
        ...task('completed', { artifacts: [{ artifactId: 'a', parts: says('Ada.').parts }] }),
        status: { state: 'completed', message: ASKED },
      },
    ],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    // As google-adk asks by a tool that runs long.
    'a task that asks in data, without a word',
    [
      {
        ...task('input-required'),
        status: {
          state: 'input-required',
          message: {
            ...{ kind: 'message', messageId: 'm', role: 'agent' },
            parts: [
              {
                ...{ kind: 'data', metadata: { adk_is_long_running: true, adk_type: 'function_call' } },
                data: { args: { question: 'For which city?' }, id: 'call_1', name: 'ask_user' },
              },
            ],
          },
        },
      },
    ],
    {
      ...{ text: '', state: 'input-required', taskId: 't', contextId: 'c' },
      wordless: '[{"args":{"question":"For which city?"},"id":"call_1","name":"ask_user"}]',
    },
  ],
  [
    'a task that answers in its history alone, behind our message',
    [task('completed', { history: [says('an old answer'), ASKED, says('Ada.')] })],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a task whose history ends with our own message: nothing',
    [task('completed', { history: [says('an old answer'), ASKED] })],
    { text: '', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a history without our message: the last that the agent said',
    [task('completed', { history: [says('an old answer'), { ...ASKED, messageId: 'x' }, says('Ada.')] })],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a task at work that says so: nothing yet',
    [{ ...task('working'), status: { state: 'working', message: says('Working on it') } }],
    { text: '', state: 'working', taskId: 't', contextId: 'c' },
  ],
  [
    'a task that asks for input',
    [{ ...task('input-required'), status: { state: 'input-required', message: says('Which city?') } }],
    { text: 'Which city?', state: 'input-required', taskId: 't', contextId: 'c' },
  ],
  [
    'a wrapped task of 1.0',
    [
      {
        task: {
          id: 't',
          contextId: 'c',
          status: {
            state: 'TASK_STATE_INPUT_REQUIRED',
            message: { role: 'ROLE_AGENT', parts: [{ text: 'Which?' }] },
          },
        },
      },
    ],
    { text: 'Which?', state: 'input-required', taskId: 't', contextId: 'c' },
  ],
  [
    'a wrapped message of 1.0',
    [{ message: { role: 'ROLE_AGENT', contextId: 'c', parts: [{ text: 'Ada' }, { text: '.' }] } }],
    { text: 'Ada.', contextId: 'c' },
  ],
  ['a wrapped message of the user: nothing', [{ message: { ...ASKED, role: 'ROLE_USER' } }], { text: '' }],
  [
    'a stream of tokens',
    [
      task('submitted'),
      {
        kind: 'status-update',
        taskId: 't',
        contextId: 'c',
        status: { state: 'working', message: says('Hm.') },
      },
      { kind: 'artifact-update', taskId: 't', artifact: { artifactId: 'a', parts: says('Your ').parts } },
      { kind: 'artifact-update', append: true, artifact: { artifactId: 'a', parts: says('name is').parts } },
      { kind: 'artifact-update', append: true, artifact: { artifactId: 'a', parts: says(' Ada.').parts } },
      { kind: 'status-update', taskId: 't', contextId: 'c', status: { state: 'completed' }, final: true },
    ],
    { text: 'Your name is Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a stream of 1.0 in which an artifact is replaced',
    [
      { task: { id: 't', contextId: 'c', status: { state: 'TASK_STATE_WORKING' } } },
      { artifactUpdate: { taskId: 't', artifact: { artifactId: 'a', parts: [{ text: 'draft' }] } } },
      { artifactUpdate: { taskId: 't', artifact: { artifactId: 'a', parts: [{ text: 'Ada.' }] } } },
      { statusUpdate: { taskId: 't', contextId: 'c', status: { state: 'TASK_STATE_COMPLETED' } } },
    ],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  [
    'a stream that answers by a status at work alone: what it said last',
    [
      task('submitted', { history: [ASKED] }),
      {
        kind: 'status-update',
        taskId: 't',
        contextId: 'c',
        status: { state: 'working', message: says('Ada.') },
      },
      { kind: 'status-update', taskId: 't', contextId: 'c', status: { state: 'completed' }, final: true },
    ],
    { text: 'Ada.', state: 'completed', taskId: 't', contextId: 'c' },
  ],
  ['nothing that could be an answer', [{}], { text: '' }],
])('reads %s', (_shape, results, reply) => {
  expect(read(...results)).toEqual(reply);
});

test('artifacts of their own stand on lines of their own', () => {
  const artifacts = ['one', 'two'].map((text) => ({ artifactId: text, parts: says(text).parts }));
  expect(read(task('completed', { artifacts })).text).toBe('one\ntwo');
});
