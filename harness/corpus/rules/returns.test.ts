import { afterAll, afterEach, expect, test } from 'vitest';
import { corpusCopy } from '../test-support/corpus-copy.ts';

const copy = await corpusCopy();
afterEach(copy.restore);
afterAll(copy.dispose);

test.each([
  ['text', /^returns:.*\n/m, '', /never comes back/],
  ['text', '[ push ]', '[ busy ]', /busy for ever/],
  ['text', 'mode: busy', 'mode: push', /takes it at once/],
  ['text', 'status: 202', 'status: 200', /with 200, and an agent in mode busy has 202/],
  ['poll', 'status: 200', 'status: 202', /with 202, and an agent in mode poll has 200/],
  ['text', 'status: 202', 'status: 202\n  repeats: true', /repeats a message, and none waits before it/],
] as const)(
  'an entry later-%s that is delivered later on no platform is a problem: %s',
  async (name, from, to, words) => {
    const file = `valid/later-${name}.yaml`;
    await copy.edit(file, from, to);
    const problems = await copy.problems();
    expect(problems.map(({ where }) => where)).toEqual([`returns ${file}`]);
    expect(problems[0]?.message).toMatch(words);
    expect(problems[0]?.fix).not.toBe('');
  },
);

test('a corpus that has lost what is delivered later is a problem', async () => {
  await copy.edit('coverage.yaml', /^later: .*$/m, 'later: 4000');
  const [problem] = await copy.problems();
  expect(problem?.message).toMatch(/^\d+ entries delivered later, at least 4000 are wanted$/);
});
