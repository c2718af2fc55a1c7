import { expect, test } from 'vitest';
import { importCanaries } from './import.ts';
import { parseSource } from './source.ts';
import { read } from './testing.ts';

test('conversations of one name become files of two', () => {
  const scenario = { name: 'Grüß Gott!', message: 'Hi.', expect: { state: 'completed' } };
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
