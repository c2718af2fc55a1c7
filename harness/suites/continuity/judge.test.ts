import { expect, test } from 'vitest';
import type { Expect } from '../../canary/canary.ts';
import { judgeContinuity } from './judge.ts';
import type { Outcome, TurnRecord } from './record.ts';
import { answered, held, turn } from './testing.ts';

const ADA: Partial<Expect> = { contains: ['Ada'] };

test.each<readonly [string, Outcome, Partial<Expect>, Partial<TurnRecord>]>([
  ['a reply that contains what it has to, in any case', answered('your name is ADA.'), ADA, {}],
  ['a reply without what must not be in it', answered('I do not know.'), { notContains: ['Ada'] }, {}],
  ['a reply that matches', answered('I picked 123456.'), { matches: ['\\b\\d{6}\\b'] }, {}],
  ['a reply that is JSON by its schema', answered('{"name":"Ada"}'), { schema: { required: ['name'] } }, {}],
  ['a message where a completed task is due', answered('Yes.'), { state: 'completed' }, {}],
  ['a task that asks', answered('Which city?', { state: 'input-required' }), { state: 'input-required' }, {}],
  [
    'a task that has only begun',
    answered('', { state: 'submitted' }),
    { state: 'working' },
    { begins: true },
  ],
  ['a refusal where one is allowed', { kind: 'refused', words: 'no' }, { refusal: 'allowed' }, {}],
  ['a refusal where one is required', { kind: 'refused', words: 'no' }, { refusal: 'required' }, {}],
  [
    'a prompt with each turn once',
    answered('Ada.'),
    ADA,
    {
      prompts: {
        last: [
          { role: 'user', text: 'a' },
          { role: 'user', text: 'b' },
        ],
        said: ['a', 'b'],
      },
    },
  ],
])('passes %s', (_what, outcome, due, over) => {
  expect(judgeContinuity(held([[turn(outcome, due, over)]]), false)).toMatchObject({
    verdict: 'passed',
    findings: [],
  });
});

test.each<readonly [string, Outcome, Partial<Expect>, RegExp, Partial<TurnRecord>]>([
  [
    'an agent that does not know',
    answered('I do not know.'),
    ADA,
    /^turn 2: the agent answered "I do not know\."$/,
    {},
  ],
  [
    'an agent that knows too much',
    answered('It is Ada.'),
    { notContains: ['ada'] },
    /answered "It is Ada\."$/,
    {},
  ],
  ['no words', answered('  '), { notContains: ['Ada'] }, /the agent answered with no words$/, {}],
  [
    'no words but data',
    answered('', { state: 'input-required', wordless: '[{"question":"For which city?"}]' }),
    { state: 'input-required' },
    /the agent answered with no words, but with \[\{"question":"For which city\?"\}\]$/,
    {},
  ],
  [
    'a placeholder',
    answered('(no response generated)'),
    { notContains: ['Ada'] },
    /with a placeholder: "\(no response/,
    {},
  ],
  ['a placeholder that has the right word', answered('Working on it, Ada'), ADA, /with a placeholder/, {}],
  [
    'a failed task that has the right word',
    { kind: 'failed', words: 'a task that failed: "Ada"' },
    ADA,
    /a task that failed: "Ada"$/,
    {},
  ],
  [
    'a refusal that nobody allowed',
    { kind: 'refused', words: 'error -32602' },
    ADA,
    /^turn 2: error -32602$/,
    {},
  ],
  [
    'an answer where a refusal is required',
    answered('Sure.'),
    { refusal: 'required' },
    /answered "Sure\."$/,
    {},
  ],
  [
    'a task in another state',
    answered('Which city?', { state: 'input-required' }),
    { state: 'completed' },
    /the task is input-required and says "Which city\?"$/,
    {},
  ],
  [
    'a task that wants a login',
    answered('Log in.', { state: 'auth-required' }),
    ADA,
    /the task is auth-required/,
    {},
  ],
  ['a reply that is no JSON', answered('Ada'), { schema: {} }, /it is no JSON: "Ada"$/, {}],
  [
    'JSON that breaks its schema',
    answered('{}'),
    { schema: { required: ['name'] } },
    /must have required property 'name'/,
    {},
  ],
  [
    'nothing to capture',
    answered('No.'),
    { notContains: ['x'] },
    /answered "No\."$/,
    { uncaptured: ['(\\d{6})'] },
  ],
  [
    'a prompt that has a turn twice',
    answered('Ada.'),
    ADA,
    /the model was given "a" 2 times, in 2 lines$/,
    {
      prompts: {
        last: [
          { role: 'user', text: 'a' },
          { role: 'user', text: 'a' },
        ],
        said: ['a'],
      },
    },
  ],
])('fails %s', (_what, outcome, due, actual, over) => {
  const { verdict, findings, reason } = judgeContinuity(held([[turn(outcome, due, over)]]), false);
  expect(verdict).toBe('failed');
  expect(findings[0]).toMatchObject({ clause: 'J', actual: expect.stringMatching(actual) });
  expect(findings[0]?.expected[0]).toMatch(/^turn 2, "What's my name\?": /);
  expect(reason).toBe(findings[0]?.actual);
});

test('nothing follows from a runtime that takes no first message, unless nobody was to see it healthy', () => {
  const met = { endpoint: 'http://127.0.0.1:1/', line: '0.3', claims: [], unusable: 'no API key' } as const;
  const judged = judgeContinuity(held([], { met }), false);
  expect(judged).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('no API key; it is not healthy, or not configured'),
  });
  const failed = turn({ kind: 'failed', words: 'no API key' });
  expect(judgeContinuity(held([[failed]], { met, isUnseen: true }), false).verdict).toBe('failed');
});

test('nothing follows from a task that was over before it could be cancelled', () => {
  const early = turn(answered('A story.', { state: 'completed' }), { state: 'working' }, { begins: true });
  expect(judgeContinuity(held([[early]]), false)).toMatchObject({
    verdict: 'inconclusive',
    reason: 'turn 2 was over before it could be cancelled',
  });
  const wrong = turn(answered('Who?'), ADA);
  expect(judgeContinuity(held([[wrong, early]]), false).verdict).toBe('failed');
});

test('a canary that passes only sometimes is flaky, and failed', () => {
  const good = [turn(answered('Ada.'), ADA)];
  const bad = [turn(answered('Who?'), ADA)];
  expect(judgeContinuity(held([good, bad, good]), false)).toMatchObject({
    verdict: 'failed',
    outcome: 'flaky',
    reason: 'flaky, 2 of 3 trials passed: turn 2: the agent answered "Who?"',
    table: expect.stringContaining('| 2 | 3 | 10 ms | 10 ms |'),
  });
  expect(judgeContinuity(held([bad, bad]), false).reason).toMatch(/\(in each of 2 trials\)$/);
});

test('a turn that never ends is a hang', () => {
  const late = turn({ kind: 'overdue', words: 'no complete reply within 10 ms' });
  expect(judgeContinuity(held([[late]]), false)).toMatchObject({ verdict: 'failed', outcome: 'hang' });
});

test('a step that fails is told', () => {
  const judged = judgeContinuity(
    held([[{ kind: 'restart', label: '2', fault: 'it did not come back' }]]),
    false,
  );
  expect(judged.findings[0]?.actual).toBe('step 2, restart: it did not come back');
});

test('nothing passes by a stream that had ended before it could be dropped', () => {
  const whole = turn(answered('Ada.'), ADA, { wasNotDropped: true });
  expect(judgeContinuity(held([[whole]]), false)).toMatchObject({
    verdict: 'not-applicable',
    reason: expect.stringContaining('dropped'),
  });
  expect(judgeContinuity(held([[whole], [turn(answered('Ada.'), ADA)]]), false)).toMatchObject({
    verdict: 'passed',
    unjudged: [expect.stringContaining('dropped')],
  });
  const wrong = turn(answered('Bob.'), ADA, { wasNotDropped: true });
  expect(judgeContinuity(held([[wrong]]), false).verdict).toBe('failed');
});

test('the first case tells what is known of the runtime', () => {
  const { table } = judgeContinuity(held([[turn(answered('Ada.'), ADA)]]), true);
  expect(table).toContain('| messages | http://127.0.0.1:1/ |');
  expect(table).toContain('| claims | files |');
});
