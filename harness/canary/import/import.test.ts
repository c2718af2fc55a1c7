import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { CanaryDocument, TurnDocument } from '../shape.ts';
import { importCanaries, isPartial } from './import.ts';
import type { Domain } from './rasa/domain.ts';
import { parseSource, pathInWords } from './source.ts';

const DOMAIN: Domain = new Map([
  ['utter_greet', [{ text: 'Hi there.' }, { text: 'Hello, {name}!' }]],
  ['utter_picture', [{ image: 'cat.png' }]],
  ['utter_free', [{ text: 'Well.', metadata: { rephrase: true } }]],
]);

function read(document: unknown, domain?: Domain) {
  const source = parseSource('/there/file.yaml', stringify(document));
  return importCanaries(source, undefined, domain ? { domain } : {});
}

/** The turns of the first canary. */
function turnsOf(document: unknown, domain?: Domain): readonly TurnDocument[] {
  const [first] = read(document, domain).conversations;
  const canary = parse(first?.draft?.body ?? '') as CanaryDocument | null;
  return (canary?.turns ?? []) as readonly TurnDocument[];
}

/** What a document of one conversation was refused for. */
function refusalOf(document: unknown, domain?: Domain): string {
  const imported = read(document, domain);
  expect(imported.conversations.flatMap(({ draft }) => draft ?? [])).toEqual([]);
  expect(isPartial(imported)).toBe(true);
  return imported.conversations
    .flatMap(({ remarks }) => remarks)
    .filter(({ kind }) => kind === 'refused')
    .map(({ path, why }) => `${pathInWords(path)}: ${why}`)
    .join('\n');
}

/** What was left out of a document whose conversation was written. */
function lackOf(document: unknown, domain?: Domain): string {
  const imported = read(document, domain);
  expect(imported.conversations.every(({ draft }) => draft !== undefined)).toBe(true);
  expect(isPartial(imported)).toBe(true);
  return [...imported.remarks, ...imported.conversations.flatMap(({ remarks }) => remarks)]
    .filter(({ kind }) => kind === 'left-out')
    .map(({ path, why }) => `${pathInWords(path)}: ${why}`)
    .join('\n');
}

const pipecat = (...turns: readonly unknown[]) => ({ name: 'talk', turns });
const said = (...expected: readonly object[]) => ({
  user: 'Hi.',
  expect: expected.map((each) => ({ event: 'response', ...each })),
});
const proof = (...turns: readonly unknown[]) => ({
  version: 1,
  agent: { url: 'http://127.0.0.1:1' },
  scenarios: [{ name: 'talk', turns }],
});
const foo = (...assert: readonly unknown[]) => ({
  prompts: ['{{q}}'],
  tests: [{ vars: { q: 'Hi.' }, assert }],
});
const rasa = (...steps: readonly unknown[]) => ({ test_cases: [{ test_case: 'talk', steps }] });
const asserting = (...assertions: readonly unknown[]) => rasa({ user: 'Hi.', assertions });
const state = (name: string, more: object = {}) => ({ expect: { state: name, ...more } });
const KNOWN = { text_contains: 'Ada' };

test.each<readonly [string, unknown, unknown]>([
  ['Pipecat: an answer with words', pipecat(said({})), { matches: ['\\S'] }],
  [
    'Pipecat: words that are in the answer or not, and a time',
    pipecat(said({ text_contains: 'Ada', text_excludes: 'Bob', within_ms: 1500 })),
    { contains: ['Ada'], not_contains: ['Bob'], deadline: '1500ms' },
  ],
  [
    'Pipecat: words with any space between them',
    pipecat(said({ text_contains: 'two  words' })),
    { matches: ['two\\s+words'] },
  ],
  [
    'Pipecat: defaults at the top',
    { ...pipecat(said(KNOWN)), scenarios: [{ name: 'one' }] },
    { contains: ['Ada'] },
  ],
  [
    'a2a-proof: a state with an underscore',
    proof({ message: 'Hi.', ...state('input_required') }),
    { state: 'input-required' },
  ],
  [
    'a2a-proof: a state as version 1.0 has it',
    proof({ message: 'Hi.', ...state('TASK_STATE_COMPLETED') }),
    { state: 'completed' },
  ],
  ['a2a-proof: a refusal', proof({ message: 'Hi.', ...state('rejected') }), { refusal: 'required' }],
  [
    'a2a-proof: a text as it has to be',
    proof({
      message: 'Hi.',
      ...state('completed', { text: { equals: 'a.b', matches: '\\Aa(?P<x>.)b\\Z' }, max_seconds: 2 }),
    }),
    { state: 'completed', matches: ['^a(?<x>.)b$', '^a\\.b$'], deadline: '2s' },
  ],
  [
    'a2a-proof: one turn, and what holds everywhere',
    {
      scenarios: [{ name: 'one', message: 'Hi.', expect: { text: { contains: 'Ada' } } }],
      invariants: { text: { not_contains: 'KEY' } },
    },
    { contains: ['Ada'], not_contains: ['KEY'] },
  ],
  [
    'promptfoo: any of some texts',
    foo({ type: 'contains-any', value: 'a.b, c' }),
    { matches: ['(?:a\\.b|c)'] },
  ],
  ['promptfoo: no pattern', foo({ type: 'not-regex', value: 'a|b' }), { matches: ['^(?![\\s\\S]*(?:a|b))'] }],
  [
    'promptfoo: JSON by a schema',
    foo({ type: 'is-json', value: { required: ['a'] } }),
    { schema: { required: ['a'] } },
  ],
  [
    'promptfoo: a set',
    foo({ type: 'assert-set', assert: [{ type: 'equals', value: 4 }] }),
    { matches: ['^4$'] },
  ],
  [
    'promptfoo: a template and a variable',
    {
      ...foo({ $ref: '#/assertionTemplates/t' }),
      assertionTemplates: { t: { type: 'contains', value: '{{q}}' } },
    },
    { contains: ['Hi.'] },
  ],
  [
    'Rasa: a text alone',
    rasa({ user: 'Hi.' }, { bot: 'Hi (you).' }),
    { matches: ['^\\s*Hi \\(you\\)\\.\\s*$'] },
  ],
  [
    'Rasa: several texts',
    rasa({ user: 'Hi.' }, { bot: 'Hi.' }, { bot: 'You?' }),
    { contains: ['Hi.', 'You?'] },
  ],
  [
    'Rasa: a response of the domain, with a slot',
    rasa({ user: 'Hi.' }, { utter: 'utter_greet' }),
    { matches: ['^\\s*(?:Hi there\\.|Hello, [\\s\\S]+!)\\s*$'] },
  ],
  [
    'Rasa: what the bot does not utter',
    asserting({ bot_uttered: { text_matches: 'a.c' } }, { bot_did_not_utter: { text_matches: 'b' } }),
    { matches: ['a.c', '^(?![\\s\\S]*(?:b))'] },
  ],
])('%s is taken over', (_what, document, due) => {
  expect(turnsOf(document, DOMAIN)[0]?.expect).toEqual(due);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'Pipecat: a turn without an oracle',
    pipecat(said(KNOWN), { user: 'So?' }),
    /^turns\[2\]: nothing is left that/,
  ],
  [
    'Pipecat: a conversation that a model judges',
    pipecat(said({ eval: 'knows Ada' })),
    /^: without what is left out, any runtime/,
  ],
  [
    'Pipecat: an agent that speaks first',
    pipecat({ expect: [{ event: 'response' }] }, said(KNOWN)),
    /turns\[1\]: the user says nothing/,
  ],
  [
    'Pipecat: an interruption',
    pipecat({ ...said(KNOWN), send_after: { event: 'llm_started' } }),
    /send_after: nobody can be interrupted/,
  ],
  ['Pipecat: silence', pipecat(said({ absent: true })), /expect\[1\]: an agent of A2A always answers/],
  ['Pipecat: a past', { ...pipecat(said(KNOWN)), context: [] }, /^context: no agent can be given a past/],
  ['Pipecat: a model as the user', { name: 'x', persona: 'Jamie', goal: 'x' }, /a model plays the user/],
  ['a2a-proof: a turn without an oracle', proof({ message: 'Hi.' }), /turns\[1\]: nothing is left that/],
  [
    'a2a-proof: parts of data',
    proof({ message: 'Hi.', data: {}, ...state('completed') }),
    /data: only texts and files/,
  ],
  [
    'a2a-proof: a task that is to fail',
    proof({ message: 'Hi.', ...state('failed') }),
    /a turn whose task is failed/,
  ],
  [
    'a2a-proof: nothing but data',
    proof({ message: 'Hi.', ...state('completed', { data: [{ exists: true }] }) }),
    /without what is left out/,
  ],
  [
    'a2a-proof: a push',
    proof({ message: 'Hi.', ...state('completed') }, { action: 'await_push' }),
    /`await_push`/,
  ],
  [
    'a2a-proof: a task that is over',
    proof({ message: 'Hi.', ...state('completed') }, { action: 'get_task', ...state('completed') }),
    /once it is over/,
  ],
  [
    'a2a-proof: a cancelled task that nobody began',
    proof({ message: 'Hi.', ...state('completed') }, { action: 'cancel' }),
    /nothing is under way/,
  ],
  [
    'a2a-proof: a file of elsewhere',
    proof({ message: 'Hi.', files: ['../../etc/passwd'], ...state('completed') }),
    /lies outside the folder/,
  ],
  ['promptfoo: a test without an assertion', foo(), /tests\[1\]: nothing is left that/],
  [
    'promptfoo: a test that a model judges',
    foo({ type: 'llm-rubric', value: 'kind' }),
    /tests\[1\]: nothing is left that/,
  ],
  [
    'promptfoo: an answer that is changed before',
    { ...foo({ type: 'contains', value: 'a' }), defaultTest: { options: { transform: 'x' } } },
    /a program has changed/,
  ],
  [
    'promptfoo: words that nobody can tell',
    { tests: [{ vars: { a: 'x', b: 'y' }, assert: [{ type: 'contains', value: 'a' }] }] },
    /vars: which variable the user says/,
  ],
  [
    'promptfoo: a variable that is none',
    { ...foo({ type: 'contains', value: 'a' }), prompts: ['{{nonce.q}}'] },
    /\{\{nonce\.q\}\} cannot be told/,
  ],
  [
    'Rasa: a response without a domain',
    rasa({ user: 'Hi.' }, { utter: 'utter_greet' }),
    /utter_greet says stands in the domain: give that with --domain/,
  ],
  [
    'Rasa: a turn of slots alone',
    rasa({ user: 'Hi.' }, { slot_was_set: ['a'] }),
    /steps\[1\]: nothing is left that/,
  ],
  [
    'Rasa: slots from the start',
    { test_cases: [{ test_case: 'x', fixtures: ['f'], steps: [{ user: 'Hi.' }, { bot: 'Hi.' }] }] },
    /fixtures: slots that are set/,
  ],
  [
    'Rasa: a bot that speaks first',
    rasa({ bot: 'Hi.' }, { user: 'Hi.' }, { bot: 'Yes?' }),
    /steps\[1\]: nothing was said before it/,
  ],
])('%s is refused, with its place', (_what, document, why) => {
  expect(refusalOf(document)).toMatch(why);
});

test.each<readonly [string, string, RegExp]>([
  ['that is not there', 'utter_gret', /Did you mean "utter_greet"\?/],
  ['without a text', 'utter_picture', /has a variation without a text/],
  ['that a model rephrases', 'utter_free', /is rephrased by a model/],
])('a response %s refuses its conversation', (_what, name, why) => {
  expect(refusalOf(rasa({ user: 'Hi.' }, { utter: name }), DOMAIN)).toMatch(why);
});

test.each<readonly [string, unknown, RegExp]>([
  [
    'Pipecat: a judge beside words',
    pipecat(said({ ...KNOWN, eval: 'kind' })),
    /^turns\[1\]\.expect\[1\]\.eval: a model/,
  ],
  [
    'Pipecat: an event of the pipeline',
    pipecat({ user: 'Hi.', expect: [{ event: 'response', ...KNOWN }, { event: 'function_call' }] }),
    /`function_call` is not to be seen/,
  ],
  [
    'Pipecat: a key with a slip',
    pipecat(said({ ...KNOWN, text_exclude: 'x' })),
    /did you mean `text_excludes`\?/,
  ],
  [
    'a2a-proof: the card',
    { ...proof({ message: 'Hi.', ...state('completed') }), card: {} },
    /^card: the card/,
  ],
  [
    'a2a-proof: trials',
    { scenarios: [{ name: 'x', message: 'Hi.', ...state('completed'), trials: 3 }] },
    /assay canary --trials 3/,
  ],
  [
    'a2a-proof: secrets of the environment',
    {
      ...proof({ message: 'Hi.', ...state('completed', { text: { contains: 'a' } }) }),
      invariants: { text: { not_contains_env: 'TOKEN' } },
    },
    /not_contains_env: values of the environment/,
  ],
  [
    'a2a-proof: a pattern of Python alone',
    proof({ message: 'Hi.', ...state('completed', { text: { contains: 'a', matches: '(?x) a' } }) }),
    /"\(\?x\) a" has no counterpart/,
  ],
  [
    'promptfoo: a rubric beside words',
    foo({ type: 'contains', value: 'a' }, { type: 'llm-rubric', value: 'kind' }),
    /^tests\[1\]\.assert\[2\]: `llm-rubric`: a model/,
  ],
  [
    'promptfoo: a program',
    foo({ type: 'contains', value: 'a' }, { type: 'not-javascript', value: 'x' }),
    /a program would have to judge/,
  ],
  [
    'promptfoo: a type with a slip',
    foo({ type: 'contains', value: 'a' }, { type: 'contians', value: 'b' }),
    /did you mean `contains`\?/,
  ],
  [
    'promptfoo: a value of another file',
    foo({ type: 'contains', value: 'a' }, { type: 'equals', value: 'file://x.txt' }),
    /another file is not read/,
  ],
  [
    'promptfoo: a part of a set',
    foo({ type: 'contains', value: 'a' }, { type: 'assert-set', threshold: 0.5, assert: [] }),
    /a part of several/,
  ],
  [
    'promptfoo: more prompts',
    { ...foo({ type: 'contains', value: 'a' }), prompts: ['{{q}}', 'Please: {{q}}'] },
    /1 of 2 prompts are not asked/,
  ],
  [
    'Rasa: a slot beside words',
    rasa({ user: 'Hi.' }, { bot: 'Hi.' }, { slot_was_set: ['a'] }),
    /steps\[3\]\.slot_was_set: the slots/,
  ],
  [
    'Rasa: a flow and a judge',
    asserting(
      { bot_uttered: { text_matches: 'a' } },
      { flow_started: 'f' },
      { generative_response_is_relevant: {} },
    ),
    /flow_started: what goes on inside[\s\S]*is_relevant: a model/,
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

test('conversations of one name become files of two', () => {
  const scenario = { name: 'Grüß Gott!', message: 'Hi.', ...state('completed') };
  const names = read({ scenarios: [scenario, scenario, { ...scenario, name: '…' }] }).conversations.map(
    ({ draft }) => draft?.name,
  );
  expect(names).toEqual(['gru-gott', 'gru-gott-2', 'conversation-3']);
});

test('a remark knows its line, also below a merge key', () => {
  const text = 'test_cases:\n  - test_case: a\n    steps:\n      - user: Hi.\n      - utter: utter_x\n';
  const source = parseSource('/there/e2e.yml', text);
  const [remark] = importCanaries(source, undefined, {}).conversations[0]?.remarks ?? [];
  expect(remark && source.placeOf(remark.path)).toEqual({ line: 5, column: 16 });
  const merged = parseSource('/x.yaml', 'a: &a { user: Hi. }\nturns:\n  - <<: *a\n');
  expect(merged.document).toMatchObject({ turns: [{ user: 'Hi.' }] });
  expect(merged.placeOf(['turns', 0, 'user'])).toEqual({ line: 3, column: 5 });
});

test.each<readonly [string, string, string | undefined, RegExp]>([
  ['no YAML', 'a: [', undefined, /file\.yaml is no YAML or JSON/],
  ['of no format', 'test_case: []', undefined, /is of no format that can be imported/],
  ['of two formats', 'test_cases: []\ntests: []', undefined, /could be one of promptfoo and rasa/],
  ['of another format than is said', 'tests: []', 'rasa', /has no list `test_cases`/],
  [
    'without tests',
    'tests: file://tests.csv\nprompts: [a]',
    undefined,
    /no list `tests`, but names file:\/\/tests\.csv/,
  ],
  [
    'with more aliases than memory',
    `a: &a [x]\nb: &b [${Array(60).fill('*a').join()}]\nc: [${Array(60).fill('*b').join()}]`,
    undefined,
    /alias/i,
  ],
])('a file %s is refused', (_what, text, format, why) => {
  expect(() => importCanaries(parseSource('/there/file.yaml', text), format, {})).toThrow(why);
});

test('a slip in a key at the top is told', () => {
  const attempt = () => importCanaries(parseSource('/f.yaml', 'test_case: []'), undefined, {});
  expect(attempt).toThrow(
    expect.objectContaining({
      details: ['It has the key `test_case`; did you mean `test_cases`, as rasa has it?'],
    }),
  );
});
