import { afterAll, afterEach, expect, test } from 'vitest';
import { corpusCopy } from '../test-support/corpus-copy.ts';

const copy = await corpusCopy();
afterEach(copy.restore);
afterAll(copy.dispose);

const OWN_PORT = '{ when: before, elsewhere: true }';

test.each([
  [
    'same-address',
    'steps:\n  - expect',
    'steps:\n  - restart: { when: before }\n    expect',
    /before there is/,
  ],
  ['same-address', 'steps:', 'agent:\n  mode: busy\nsteps:', /an agent in mode busy/],
  ['same-address', 'steps:', 'returns: [ push ]\nsteps:', /busy or away/],
  ['task', '{ when: before }', OWN_PORT, /no platform stands before/],
  ['task', '{ when: before }', '{ when: away }', /no platform stands before/],
  ['poll', '{ when: away }', '{ when: asked }', /that nobody asks/],
  ['poll', '{ when: before }', OWN_PORT, /that nobody asks/],
  ['unreachable', 'status: 502', 'status: 503', /message 2 comes to an agent that is away/],
  ['in-flight', '{ when: asked }', '{ when: answering }', /message 2 comes to an agent that is answering/],
  ['mid-answer', '{ when: answering }', '{ when: asked }', /message 2 comes to an agent that is asked/],
  ['mid-answer', '{ when: answering }', '{ when: away }', /message 2 comes to an agent that is away/],
  ['mid-answer', '  - restart: { when: answering }\n    expect', '  - expect', /message 2 is unanswered by/],
] as const)(
  'an entry session-restart-%s that no agent can show is a problem: %s',
  async (name, from, to, words) => {
    const file = `sessions/session-restart-${name}.yaml`;
    await copy.edit(file, from, to);
    const problems = await copy.problems();
    expect(problems.map(({ where }) => where)).toEqual([`restarts ${file}`]);
    expect(problems[0]?.message).toMatch(words);
    expect(problems[0]?.fix).not.toBe('');
  },
);

test('a restart that waits for a message needs no other return', async () => {
  expect(await copy.problems()).toEqual([]);
});
