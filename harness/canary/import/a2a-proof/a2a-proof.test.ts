import { expect, test } from 'vitest';
import { lackOf, refusalOf, turnsOf } from '../testing.ts';

const proof = (...turns: readonly unknown[]) => ({
  version: 1,
  agent: { url: 'http://127.0.0.1:1' },
  scenarios: [{ name: 'talk', turns }],
});
const state = (name: string, more: object = {}) => ({ expect: { state: name, ...more } });

test.each<readonly [string, unknown, unknown]>([
  [
    'a state with an underscore',
    proof({ message: 'Hi.', ...state('input_required') }),
    { state: 'input-required' },
  ],
  [
    'a state as version 1.0 has it',
    proof({ message: 'Hi.', ...state('TASK_STATE_COMPLETED') }),
    { state: 'completed' },
  ],
  ['a refusal', proof({ message: 'Hi.', ...state('rejected') }), { refusal: 'required' }],
  [
    'a text as it has to be',
    proof({
      message: 'Hi.',
      ...state('completed', { text: { equals: 'a.b', matches: '\\Aa(?P<x>.)b\\Z' }, max_seconds: 2 }),
    }),
    { state: 'completed', matches: ['^a(?<x>.)b$', '^a\\.b$'], deadline: '2s' },
  ],
  [
    'one turn, and what holds everywhere',
    {
      scenarios: [{ name: 'one', message: 'Hi.', expect: { text: { contains: 'Ada' } } }],
      invariants: { text: { not_contains: 'KEY' } },
    },
    { contains: ['Ada'], not_contains: ['KEY'] },
  ],
])('%s is taken over', (_what, document, due) => {
  expect(turnsOf(document)[0]?.expect).toEqual(due);
});

test.each<readonly [string, unknown, RegExp]>([
  ['a turn without an oracle', proof({ message: 'Hi.' }), /turns\[1\]: nothing is left that/],
  ['parts of data', proof({ message: 'Hi.', data: {}, ...state('completed') }), /data: only texts and files/],
  ['a task that is to fail', proof({ message: 'Hi.', ...state('failed') }), /a turn whose task is failed/],
  [
    'nothing but data',
    proof({ message: 'Hi.', ...state('completed', { data: [{ exists: true }] }) }),
    /without what is left out/,
  ],
  ['a push', proof({ message: 'Hi.', ...state('completed') }, { action: 'await_push' }), /`await_push`/],
  [
    'a task that is over',
    proof({ message: 'Hi.', ...state('completed') }, { action: 'get_task', ...state('completed') }),
    /once it is over/,
  ],
  [
    'a cancelled task that nobody began',
    proof({ message: 'Hi.', ...state('completed') }, { action: 'cancel' }),
    /nothing is under way/,
  ],
  [
    'a file of elsewhere',
    proof({ message: 'Hi.', files: ['../../etc/passwd'], ...state('completed') }),
    /lies outside the folder/,
  ],
])('%s is refused, with its place', (_what, document, why) => {
  expect(refusalOf(document)).toMatch(why);
});

test.each<readonly [string, unknown, RegExp]>([
  ['the card', { ...proof({ message: 'Hi.', ...state('completed') }), card: {} }, /^card: the card/],
  [
    'trials',
    { scenarios: [{ name: 'x', message: 'Hi.', ...state('completed'), trials: 3 }] },
    /assay canary --trials 3/,
  ],
  [
    'secrets of the environment',
    {
      ...proof({ message: 'Hi.', ...state('completed', { text: { contains: 'a' } }) }),
      invariants: { text: { not_contains_env: 'TOKEN' } },
    },
    /not_contains_env: values of the environment/,
  ],
  [
    'a pattern of Python alone',
    proof({ message: 'Hi.', ...state('completed', { text: { contains: 'a', matches: '(?x) a' } }) }),
    /"\(\?x\) a" has no counterpart/,
  ],
  [
    'what holds everywhere and is no text',
    {
      ...proof({ message: 'Hi.', ...state('completed', { text: { contains: 'a' } }) }),
      invariants: { text: { not_contains: {} } },
    },
    /not_contains: it is neither/,
  ],
])('%s is left out, and told', (_what, document, why) => {
  expect(lackOf(document)).toMatch(why);
});

test('a turn of a2a-proof after one that asks goes on with its task, and one that is asked for later waits for its end', () => {
  const asks = proof(
    { message: 'Book.', ...state('input_required') },
    { message: 'Paris', ...state('completed') },
  );
  expect(turnsOf(asks).map(({ continues }) => continues)).toEqual([undefined, 'main']);
  const later = proof(
    { message: 'Work.', return_immediately: true, ...state('working') },
    { action: 'get_task', ...state('completed', { text: { contains: 'done' } }) },
  );
  expect(turnsOf(later)).toEqual([{ user: 'Work.', expect: { state: 'completed', contains: ['done'] } }]);
});
