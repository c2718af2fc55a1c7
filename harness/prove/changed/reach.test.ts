import { expect, test } from 'vitest';
import { reachOf } from './reach.ts';
import type { PlantedSources, SourceMap } from './source-map.ts';

const SUITE = 'harness/suites/mail';
const code = (...files: readonly string[]) => new Set(files);
const ALL = ['agent', 'edit', 'one', 'slow', 'two'];

const map: SourceMap = {
  graph: new Map(
    [
      'harness/prove/worlds.ts',
      'harness/wire/send.ts',
      `${SUITE}/proof.ts`,
      `${SUITE}/faults/one.ts`,
      `${SUITE}/faults/where.ts`,
      'compose/platform/main.ts',
      'compose/platform/rules.ts',
      'compose/platform/rules.json',
      'compose/echo-runtime/main.ts',
    ].map((file) => [file, []]),
  ),
  machinery: code('harness/prove/worlds.ts'),
  suites: [
    {
      name: 'mail',
      judging: code('harness/wire/send.ts'),
      planting: code(`${SUITE}/proof.ts`, `${SUITE}/faults/one.ts`, `${SUITE}/faults/where.ts`),
    },
  ],
  services: new Map([
    [
      'platform',
      code('compose/platform/main.ts', 'compose/platform/rules.ts', 'compose/platform/rules.json'),
    ],
    ['echo-runtime', code('compose/echo-runtime/main.ts')],
  ]),
  planted: [
    atSeams('one', 'platform', code('compose/platform/rules.ts', 'compose/platform/rules.json'), {
      planting: code(`${SUITE}/faults/one.ts`, `${SUITE}/faults/where.ts`),
    }),
    atSeams('two', 'platform', code('compose/platform/other.ts'), {
      planting: code(`${SUITE}/faults/where.ts`),
    }),
    atSeams('agent', 'echo-runtime', code('compose/echo-runtime/reply.ts')),
    { id: 'slow', suite: 'mail', planting: code(), stands: { at: 'world' } },
    {
      id: 'edit',
      suite: 'mail',
      planting: code(),
      stands: { at: 'tree', ground: 'clean tree', sources: ['specs/tree', 'compose/platform'] },
    },
  ],
  cases: new Map([['corpus/valid/hello.body', ['mail/hello@strict', 'mail/hello@0.3']]]),
};

test.each([
  [
    'code of a service touches what is planted at seams made with it, and what stands beside',
    'compose/platform/rules.ts',
    ['edit', 'one', 'slow'],
  ],
  [
    'code that no planted seam is made with touches everything in its service',
    'compose/platform/main.ts',
    ['edit', 'one', 'slow', 'two'],
  ],
  ['code of one service touches nothing in another', 'compose/echo-runtime/main.ts', ['agent', 'slow']],
  [
    'data of a service may be read by anybody in a world, also where code imports it',
    'compose/platform/rules.json',
    ALL,
  ],
  ['the file of a fault touches it, and what is in no file', `${SUITE}/faults/one.ts`, ['agent', 'one']],
  ['what faults share touches each of them', `${SUITE}/faults/where.ts`, ['agent', 'one', 'two']],
  ['what lists or makes faults touches all of the suite', `${SUITE}/proof.ts`, ALL],
  ['what judges a suite touches all of it', 'harness/wire/send.ts', ALL],
  ['what makes proofs touches everything', 'harness/prove/worlds.ts', ALL],
  [
    'a file below a tree touches what is planted there, also one that looks like a test',
    'specs/tree/some.test.ts',
    ['edit'],
  ],
  ['data that nobody is known to read touches everything', 'package-lock.json', ALL],
  [
    'data of the corpus that is in no case may be read by all in worlds',
    'corpus/schemas/message.json',
    ['agent', 'one', 'slow', 'two'],
  ],
  ['code that nothing imports touches nothing', 'harness/cli/help.ts', []],
] satisfies [string, string, string[]][])('%s', (_claim, file, planted) => {
  const reach = reachOf(map, file);
  expect([...reach.planted].sort()).toEqual(planted);
  expect(reach.isBeside).toBe(false);
});

test('the payload of an entry touches its cases alone', () => {
  const { planted, cases } = reachOf(map, 'corpus/valid/hello.body');
  expect([...cases]).toEqual(['mail/hello@strict', 'mail/hello@0.3']);
  expect(planted.size).toBe(0);
});

test.each([
  'README.md',
  'harness/wire/send.test.ts',
  'compose/echo-runtime/test-support/agent.ts',
  '.gitignore',
  '.ci/test.yaml',
])('no verdict depends on %s', (file) => {
  expect(reachOf(map, file)).toMatchObject({ isBeside: true, words: ['nothing: a document or a test'] });
  expect(reachOf(map, file).planted.size).toBe(0);
});

test('each reason is told with how much it touches', () => {
  expect(reachOf(map, 'compose/platform/rules.ts').words).toEqual([
    '1 at seams of platform that are made with it',
    '1 beside whole services',
    '1 on the clean tree',
  ]);
  expect(reachOf(map, 'compose/platform/main.ts').words[0]).toBe(
    '2 at seams of platform: all of them, for none is made with it',
  );
});

function atSeams(
  id: string,
  service: 'platform' | 'echo-runtime',
  modules: ReadonlySet<string>,
  more: Partial<PlantedSources> = {},
): PlantedSources {
  return { id, suite: 'mail', stands: { at: 'seams', service, modules }, ...more };
}
