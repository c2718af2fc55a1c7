import { expect, test } from 'vitest';
import { lackOf, read, refusalOf, turnsOf } from '../testing.ts';

const foo = (...assert: readonly unknown[]) => ({
  prompts: ['{{q}}'],
  tests: [{ vars: { q: 'Hi.' }, assert }],
});

test.each<readonly [string, unknown, unknown]>([
  ['any of some texts', foo({ type: 'contains-any', value: 'a.b, c' }), { matches: ['(?:a\\.b|c)'] }],
  ['no pattern', foo({ type: 'not-regex', value: 'a|b' }), { matches: ['^(?![\\s\\S]*(?:a|b))'] }],
  ['JSON by a schema', foo({ type: 'is-json', value: { required: ['a'] } }), { schema: { required: ['a'] } }],
  ['a set', foo({ type: 'assert-set', assert: [{ type: 'equals', value: 4 }] }), { matches: ['^4$'] }],
  [
    'a template and a variable',
    {
      ...foo({ $ref: '#/assertionTemplates/t' }),
      assertionTemplates: { t: { type: 'contains', value: '{{q}}' } },
    },
    { contains: ['Hi.'] },
  ],
])('%s is taken over', (_what, document, due) => {
  expect(turnsOf(document)[0]?.expect).toEqual(due);
});

test.each<readonly [string, unknown, RegExp]>([
  ['a test without an assertion', foo(), /tests\[1\]: nothing is left that/],
  [
    'a test that a model judges',
    foo({ type: 'llm-rubric', value: 'kind' }),
    /tests\[1\]: nothing is left that/,
  ],
  [
    'an answer that is changed before',
    { ...foo({ type: 'contains', value: 'a' }), defaultTest: { options: { transform: 'x' } } },
    /a program has changed/,
  ],
  [
    'words that nobody can tell',
    { tests: [{ vars: { a: 'x', b: 'y' }, assert: [{ type: 'contains', value: 'a' }] }] },
    /vars: which variable the user says/,
  ],
  [
    'a variable that is none',
    { ...foo({ type: 'contains', value: 'a' }), prompts: ['{{nonce.q}}'] },
    /\{\{nonce\.q\}\} cannot be told/,
  ],
])('%s is refused, with its place', (_what, document, why) => {
  expect(refusalOf(document)).toMatch(why);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'a rubric beside words',
    foo({ type: 'contains', value: 'a' }, { type: 'llm-rubric', value: 'kind' }),
    /^tests\[1\]\.assert\[2\]: `llm-rubric`: a model/,
  ],
  [
    'a program',
    foo({ type: 'contains', value: 'a' }, { type: 'not-javascript', value: 'x' }),
    /a program would have to judge/,
  ],
  [
    'a type with a slip',
    foo({ type: 'contains', value: 'a' }, { type: 'contians', value: 'b' }),
    /did you mean `contains`\?/,
  ],
  [
    'a value of another file',
    foo({ type: 'contains', value: 'a' }, { type: 'equals', value: 'file://x.txt' }),
    /another file is not read/,
  ],
  [
    'a part of a set',
    foo({ type: 'contains', value: 'a' }, { type: 'assert-set', threshold: 0.5, assert: [] }),
    /a part of several/,
  ],
  [
    'more prompts',
    { ...foo({ type: 'contains', value: 'a' }), prompts: ['{{q}}', 'Please: {{q}}'] },
    /1 of 2 prompts are not asked/,
  ],
  [
    'a type that every object has',
    foo({ type: 'contains', value: 'a' }, { type: 'constructor' }),
    /has no counterpart/,
  ],
  [
    'a list that is none',
    { ...foo({ type: 'contains', value: 'a' }), defaultTest: { assert: {} } },
    /defaultTest\.assert: it is no list/,
  ],
])('%s is left out, and told', (_what, document, why) => {
  expect(lackOf(document)).toMatch(why);
});

test('turns of promptfoo are grouped by their conversation, in the order of the file', () => {
  const one = (q: string, conversationId?: string) => ({
    vars: { q },
    assert: [{ type: 'contains', value: q }],
    ...(conversationId !== undefined && { metadata: { conversationId } }),
  });
  const tests = [one('a', 'x'), one('b', 'y'), one('c', 'x'), one('d')];
  const { conversations } = read({ prompts: ['{{q}}'], tests });
  expect(conversations.map(({ draft }) => draft?.name)).toEqual(['x', 'y', 'test-4']);
  expect(turnsOf({ prompts: ['{{q}}'], tests }).map(({ user }) => user)).toEqual(['a', 'c']);
});

test('tests of promptfoo without an id are one conversation where the prompt has the history, and none where nobody can tell', () => {
  const tests = ['a', 'b'].map((q) => ({ vars: { q }, assert: [{ type: 'contains', value: q }] }));
  const shared = read({ prompts: ['{% for c in _conversation %}{% endfor %}{{q}}'], tests });
  expect(shared.conversations).toHaveLength(1);
  const open = read({ prompts: ['file://prompt.json'], tests });
  expect(open.conversations.map(({ draft }) => draft)).toEqual([undefined, undefined]);
});
