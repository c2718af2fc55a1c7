import type { ArchitectureDrift } from './drift.ts';

const pack = 'assay';

/** Every drift of our own tree. */
export const OWN_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'support-imports-config',
    title: 'the lowest layer imports a higher one',
    pack,
    rule: 'harness-layers',
    plant: [
      {
        file: 'harness/support/subject-name.ts',
        text: "import { subject } from '../config/subject.ts';\n\nexport const subjectName = subject.kind;\n",
      },
    ],
    twin: [
      {
        file: 'harness/config/subject-name.ts',
        text: "import type { Verdict } from '../support/verdict.ts';\n\nexport type Named = Verdict;\n",
      },
    ],
    at: { file: 'harness/support/subject-name.ts', text: 'config/subject.ts' },
  },
  {
    id: 'a-type-from-above',
    title: 'a layer takes nothing but a type from a higher one',
    pack,
    rule: 'harness-layers',
    plant: [
      {
        file: 'harness/corpus/entry.ts',
        find: '/** One regression',
        put: "export type { Fault } from '../faults/fault.js';\n\n/** One regression",
      },
    ],
    twin: [
      { file: 'harness/report/again.ts', text: "export type { Exchange } from '../wire/exchange.js';\n" },
    ],
    at: { file: 'harness/corpus/entry.ts', text: 'faults/fault.js' },
  },
  {
    id: 'a-folder-without-a-layer',
    title: 'a folder belongs to no layer',
    pack,
    rule: 'every-file-has-a-layer',
    plant: [{ file: 'harness/common/text.ts', text: 'export const text = 1;\n' }],
    twin: [{ file: 'harness/support/text.ts', text: 'export const text = 1;\n' }],
    at: { file: 'harness/common/text.ts', text: 'export' },
  },
  {
    id: 'a-suite-is-known-by-name',
    title: 'a stage of a run calls one suite by its name',
    pack,
    rule: 'one-list-of-suites',
    plant: [
      {
        file: 'harness/run/execute.ts',
        text: "export const execute = async () => (await import('../suites/corpus/suite.ts')).suite;\n",
      },
    ],
    twin: [
      {
        file: 'harness/run/execute.ts',
        text: "export const execute = async () => (await import('../suites/index.ts')).suites;\n",
      },
    ],
    at: { file: 'harness/run/execute.ts', text: 'corpus/suite.ts' },
  },
  {
    id: 'two-files-import-each-other',
    title: 'an import closes a circle within a layer',
    pack,
    rule: 'no-import-cycles',
    plant: [
      {
        file: 'harness/support/words.ts',
        text: "import type { Verdict } from './verdict.ts';\n\nexport const words = (verdict: Verdict) => verdict;\n",
      },
      {
        file: 'harness/support/verdict.ts',
        find: '/** What a case',
        put: "export { words } from './words.ts';\n\n/** What a case",
      },
    ],
    twin: [
      {
        file: 'harness/support/words.ts',
        text: "import type { Verdict } from './verdict.ts';\n\nexport const words = (verdict: Verdict) => verdict;\n",
      },
      {
        file: 'harness/corpus/words.ts',
        text: "export { words } from '../support/words.ts';\nexport type { Verdict } from '../support/verdict.ts';\n",
      },
    ],
    at: { file: 'harness/support/verdict.ts', text: './words.ts' },
  },
  {
    id: 'services-share-code',
    title: 'one service imports another',
    pack,
    rule: 'services-stand-apart',
    plant: [
      {
        file: 'compose/cp-simulator/main.ts',
        find: 'export const calls',
        put: "import { route } from '../platform/http/route.ts';\n\nvoid route;\nexport const calls",
      },
    ],
    twin: [
      {
        file: 'compose/cp-simulator/main.ts',
        find: 'export const calls',
        put: "import { seam } from '../seam.ts';\n\nvoid seam;\nexport const calls",
      },
    ],
    at: { file: 'compose/cp-simulator/main.ts', text: 'platform/http' },
  },
  {
    id: 'a-service-uses-the-harness',
    title: 'a service shares a type with the harness',
    pack,
    rule: 'services-stand-apart',
    plant: [
      {
        file: 'compose/echo-runtime/verdict.ts',
        text: "export type Told = import('../../harness/support/verdict.ts').Verdict;\n",
      },
    ],
    twin: [
      { file: 'compose/echo-runtime/verdict.ts', text: "export type Told = import('./main.ts').reply;\n" },
    ],
    at: { file: 'compose/echo-runtime/verdict.ts', text: 'harness/support' },
  },
  {
    id: 'the-harness-knows-a-service',
    title: 'the harness calls the code of a service',
    pack,
    rule: 'harness-knows-no-service',
    plant: [
      {
        file: 'harness/cli/main.ts',
        find: 'await run();',
        put: "const { route } = await import('../../compose/platform/http/route.ts');\n\nroute(await run().then(Number));",
      },
    ],
    twin: [
      {
        file: 'harness/cli/main.ts',
        find: 'await run();',
        put: "const entry = new URL('../../compose/platform/main.ts', import.meta.url);\n\nawait run().then(() => entry);",
      },
    ],
    at: { file: 'harness/cli/main.ts', text: 'http/route.ts' },
  },
  {
    id: 'a-seam-brings-code-along',
    title: 'the list of seams hands on code beside its types',
    pack,
    rule: 'seams-are-types-alone',
    plant: [
      {
        file: 'compose/seams.ts',
        find: '/** Every seam',
        put: "export { reply } from './echo-runtime/main.ts';\n\n/** Every seam",
      },
    ],
    twin: [
      { file: 'compose/seams.ts', find: '/** Every seam', put: 'export type Named = 2;\n\n/** Every seam' },
    ],
    at: { file: 'compose/seams.ts', text: 'export { reply }' },
  },
  {
    id: 'a-spec-takes-the-back-door',
    title: 'a spec imports past the one door',
    pack,
    rule: 'specs-use-one-door',
    plant: [
      { file: 'canaries/memory.ts', find: '../harness/index.ts', put: '../harness/playwright/test.ts' },
    ],
    twin: [{ file: 'canaries/memory.ts', find: '../harness/index.ts', put: '../harness' }],
    at: { file: 'canaries/memory.ts', text: 'playwright/test.ts' },
  },
  {
    id: 'the-environment-is-read-twice',
    title: 'a second file reads the environment',
    pack,
    rule: 'one-reader-of-the-environment',
    plant: [
      {
        file: 'compose/platform/http/route.ts',
        find: 'fastify().listen({ port })',
        put: "fastify({ logger: process\n  .env['QUIET'] === undefined }).listen({ port })",
      },
    ],
    twin: [
      {
        file: 'compose/platform/http/route.ts',
        find: 'fastify().listen({ port })',
        put: 'fastify({ logger: process.env_quiet }).listen({ port })',
      },
    ],
    at: { file: 'compose/platform/http/route.ts', text: 'logger: process' },
  },
  {
    id: 'tsx-trusts-what-it-finds',
    title: 'a room loads tsx without telling it to trust no cache',
    pack,
    rule: 'tsx-trusts-no-cache',
    plant: [{ file: 'harness/run/late.ts', text: "export const late = () => import('tsx/esm/api');\n" }],
    twin: [{ file: 'harness/run/late.ts', text: "export const late = ['a.tsx', '**/*.{ts,tsx}'];\n" }],
    at: { file: 'harness/run/late.ts', text: 'tsx/esm/api' },
  },
  {
    id: 'a-file-grows-too-long',
    title: 'a file has one line too many',
    pack,
    rule: 'files-stay-small',
    plant: [{ file: 'scripts/long.ts', text: `${'// a line\n'.repeat(250)}export const long = 1;\n` }],
    twin: [{ file: 'scripts/long.ts', text: `${'// a line\n'.repeat(249)}export const long = 1;\n` }],
    at: { file: 'scripts/long.ts', text: 'export const long' },
  },
];
