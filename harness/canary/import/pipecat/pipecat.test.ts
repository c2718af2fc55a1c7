import { expect, test } from 'vitest';
import { lackOf, refusalOf, turnsOf } from '../testing.ts';

const pipecat = (...turns: readonly unknown[]) => ({ name: 'talk', turns });
const said = (...expected: readonly object[]) => ({
  user: 'Hi.',
  expect: expected.map((each) => ({ event: 'response', ...each })),
});
const KNOWN = { text_contains: 'Ada' };

test.each<readonly [string, unknown, unknown]>([
  ['an answer with words', pipecat(said({})), { matches: ['\\S'] }],
  [
    'words that are in the answer or not, and a time',
    pipecat(said({ text_contains: 'Ada', text_excludes: 'Bob', within_ms: 1500 })),
    { contains: ['Ada'], not_contains: ['Bob'], deadline: '1500ms' },
  ],
  [
    'words with any space between them',
    pipecat(said({ text_contains: 'two  words' })),
    { matches: ['two\\s+words'] },
  ],
  ['defaults at the top', { ...pipecat(said(KNOWN)), scenarios: [{ name: 'one' }] }, { contains: ['Ada'] }],
])('%s is taken over', (_what, document, due) => {
  expect(turnsOf(document)[0]?.expect).toEqual(due);
});

test.each<readonly [string, unknown, RegExp]>([
  ['a turn without an oracle', pipecat(said(KNOWN), { user: 'So?' }), /^turns\[2\]: nothing is left that/],
  [
    'a conversation that a model judges',
    pipecat(said({ eval: 'knows Ada' })),
    /^: without what is left out, any runtime/,
  ],
  [
    'an agent that speaks first',
    pipecat({ expect: [{ event: 'response' }] }, said(KNOWN)),
    /turns\[1\]: the user says nothing/,
  ],
  [
    'an interruption',
    pipecat({ ...said(KNOWN), send_after: { event: 'llm_started' } }),
    /send_after: nobody can be interrupted/,
  ],
  ['silence', pipecat(said({ absent: true })), /expect\[1\]: an agent of A2A always answers/],
  ['a past', { ...pipecat(said(KNOWN)), context: [] }, /^context: no agent can be given a past/],
  ['a model as the user', { name: 'x', persona: 'Jamie', goal: 'x' }, /a model plays the user/],
])('%s is refused, with its place', (_what, document, why) => {
  expect(refusalOf(document)).toMatch(why);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'a judge beside words',
    pipecat(said({ ...KNOWN, eval: 'kind' })),
    /^turns\[1\]\.expect\[1\]\.eval: a model/,
  ],
  [
    'an event of the pipeline',
    pipecat({ user: 'Hi.', expect: [{ event: 'response', ...KNOWN }, { event: 'function_call' }] }),
    /`function_call` is not to be seen/,
  ],
  ['a key with a slip', pipecat(said({ ...KNOWN, text_exclude: 'x' })), /did you mean `text_excludes`\?/],
])('%s is left out, and told', (_what, document, why) => {
  expect(lackOf(document)).toMatch(why);
});
