import { expect, test } from 'vitest';
import { type RunFlags, resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { testSuite } from '../suites/testing.ts';
import { discover } from './discover.ts';
import type { RunJob } from './job.ts';
import { toldWords } from './told-words.ts';

test.each<[string, readonly string[], RunFlags, Partial<RunJob>, object]>([
  ['nothing', [], {}, {}, { cases: 3, ofCases: 3, narrowedBy: [] }],
  ['-g', [], { grep: '/a$' }, {}, { cases: 1, ofCases: 3, narrowedBy: ["-g '/a$'"] }],
  ['-g with a slash escaped', [], { grep: '\\/a$' }, {}, { cases: 1, narrowedBy: ["-g '\\/a$'"] }],
  [
    '--shard',
    [],
    { shard: '1/3' },
    {},
    { cases: 1, ofCases: 3, narrowedBy: ['--shard 1/3'], shard: { index: 1, total: 3 } },
  ],
  ['--within', [], { within: 'b' }, {}, { cases: 1, ofCases: 3, narrowedBy: ["--within 'b'"] }],
  ['a suite', ['rules'], {}, { ofSuites: 3 }, { cases: 3, suites: 1, ofSuites: 3, narrowedBy: ['rules'] }],
  ['ids', [], {}, { only: new Set(['rules/a']) }, { cases: 1, ofCases: 3, narrowedBy: ['chosen by id'] }],
])('a run that is narrowed by %s knows its scope', async (_what, named, flags, over, scope) => {
  const job = await jobWith(named, flags);
  expect((await discover({ ...job, ...over })).scope).toMatchObject(scope);
});

test('the command line stands in reports whole, and without its secrets', async () => {
  const argv = [
    'run',
    '--subject',
    'x.yaml',
    '--url=https://me:hunter2hunter2@host/p?token=abcdefgh1',
    '-g',
    'v03',
  ];
  const told = toldWords({ ...(await jobWith([], {})), argv }, 'key');
  expect(told).toHaveLength(argv.length);
  expect(told.join(' ')).not.toMatch(/hunter2|abcdefgh1/);
  expect(told.join(' ')).toMatch(
    /^run --subject x\.yaml --url=https:\/\/me:redacted:\w+@host\/p\?token=redacted:\w+ -g v03$/,
  );
});

test('the token of a subject is no word of a report', async () => {
  const job = await jobWith([], {});
  const platform = { url: 'http://127.0.0.1:1', adminToken: 'a-token-of-theirs' };
  const subject = { ...job.subject, kind: 'remote', platform, readiness: '/' } as const;
  expect(
    toldWords({ ...job, subject, argv: ['run', '-g', 'a-token-of-theirs'] }, 'key').join(),
  ).not.toContain('theirs');
});

async function jobWith(named: readonly string[], flags: RunFlags): Promise<RunJob> {
  return {
    options: await resolveRunOptions(named, { out: '/nowhere', seed: '1', ...flags }, {}, '/'),
    suites: [testSuite('rules', ['a', 'b', 'c'])],
    subject: await loadSubject(undefined),
    argv: [],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  };
}
