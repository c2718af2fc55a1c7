import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { RUN_TYPESCRIPT } from '../support/typescript.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const FOREIGN = inProject('harness/cli/fixtures/foreign-server.mjs');

async function subject(directory: string, document: object): Promise<string> {
  const file = join(directory, 'subject.yaml');
  await writeFile(file, JSON.stringify({ name: 'theirs', revision: 'R3', capabilities: [], ...document }));
  return file;
}

function command(...words: readonly string[]) {
  return { kind: 'command', command: [process.execPath, ...words], env: { PORT: '{{port}}' } };
}

test('a subject that does not listen is exit 2 and never a score', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, {
    kind: 'remote',
    url: 'http://127.0.0.1:9',
    adminToken: 'local',
  });
  const { exitCode, stdout } = await assay(directory.path, 'run', 'corpus', '--subject', file);
  expect(stdout).toContain('http://127.0.0.1:9/health');
  expect(stdout).toContain('ECONNREFUSED');
  expect(stdout).toContain('0 passed');
  expect(exitCode).toBe(2);
});

test('a command that dies at boot is exit 2 and shows its exit code and last words', async () => {
  await using directory = await workingDirectory();
  const file = await subject(
    directory.path,
    command('-e', 'console.error("no licence key"); process.exit(7)'),
  );
  const { exitCode, stdout } = await assay(directory.path, 'run', 'corpus', '--subject', file);
  expect(stdout).toContain('no licence key');
  expect(stdout).toMatch(/exit code 7|exited with 7|code 7/);
  expect(exitCode).toBe(2);
});

test('a small foreign server that has none of the platform gets a handful of honest failures, no crash and no pass', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, command(FOREIGN));
  const { exitCode, stdout } = await assay(directory.path, 'run', 'corpus', '--subject', file);
  const report = JSON.parse(await readFile(join(directory.path, 'assay-report/report.json'), 'utf8'));
  const { planned, executed, failed, inconclusive } = report.totals;
  expect(report.totals).toMatchObject({ passed: 0, errored: 0 });
  expect(failed).toBeGreaterThanOrEqual(5);
  expect(executed).toBeLessThan(15);
  expect(failed + inconclusive).toBe(planned);
  expect(stdout).toMatch(
    /Stopped, and \d{3} cases were not run: 5 cases in a row came to nothing in the same way: .*404/,
  );
  expect(report.notApplicable.length).toBeGreaterThan(10);
  const [first] = report.cases[0].findings;
  expect(first).toMatchObject({ clause: 'F.2' });
  expect(first.actual).toContain('404');
  expect(exitCode).toBe(1);
});

test('a platform that dies in the middle is named with its end and last lines, and only what it answered is judged', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, command(inProject('harness/cli/fixtures/dies-midway.mjs')));
  const words = ['run', 'corpus', '-g', 'hg-c.*@strict', '--subject', file, '--workers', '1'];
  const { exitCode, stdout } = await assay(directory.path, ...words);
  const report = JSON.parse(await readFile(join(directory.path, 'assay-report/report.json'), 'utf8'));
  const after = report.cases.filter(({ verdict }: { verdict: string }) => verdict === 'inconclusive');
  expect(report.totals.failed).toBeGreaterThan(0);
  expect(after.length).toBeGreaterThan(0);
  expect(after.at(-1).reason).toBe('It was not run: platform had ended with exit code 9.');
  expect(stdout.split('\n')[1]).toMatch(
    /^ {2}The subject's own process platform ended in mid-run with exit code 9, while corpus\/hg-/,
  );
  expect(exitCode).toBe(1);
});

test.each([
  ['at its first question', 1, 2],
  ['after it has refused a few, which are judged', 4, 1],
])(
  'a remote subject that vanishes in mid-run %s is named before all else',
  async (_when, atQuestion, code) => {
    await using directory = await workingDirectory();
    await using remote = await vanishingAt(atQuestion);
    const file = await subject(directory.path, {
      ...{ kind: 'remote', url: remote.url, adminToken: 'local' },
    });
    const words = ['run', 'corpus', '-g', 'hg-c.*@strict', '--subject', file, '--workers', '1'];
    const { exitCode, stdout } = await assay(directory.path, ...words);
    const report = JSON.parse(await readFile(join(directory.path, 'assay-report/report.json'), 'utf8'));
    expect(stdout.split('\n')[1]).toMatch(
      new RegExp(
        `^ {2}The subject theirs at ${remote.url}/health answers no more \\(ECONNREFUSED\\): it was gone while corpus/hg-`,
      ),
    );
    expect(stdout).not.toContain('theirs had written nothing');
    expect(report.losses).toMatchObject([{ isSubject: true, state: 'unreachable', failure: 'ECONNREFUSED' }]);
    expect(report.cases.at(-1)).toMatchObject({
      verdict: 'inconclusive',
      reason: `It was not run: theirs answered no more at ${remote.url}/health.`,
    });
    expect(JSON.stringify(report.cases)).not.toContain('ECONNREFUSED');
    expect(exitCode).toBe(code);
  },
);

test.each([
  ['80', 'and asks to wait', 0],
  ['100000', '', 4],
])(
  'the reference platform is never accused of a limit of %s requests a minute',
  async (limit, words, passed) => {
    await using directory = await workingDirectory();
    const file = await subject(directory.path, {
      ...command(...RUN_TYPESCRIPT, inProject('compose/platform/main.ts')),
      env: {
        ...{
          PORT: '{{port}}',
          HOST: '127.0.0.1',
          DATABASE_URL: '{{databaseUrl}}',
          ADMIN_TOKEN: '{{adminToken}}',
        },
        ...{ CONTRACT_REVISION: 'R1', MOLECULE_ENV: 'development', RATE_LIMIT: limit },
        MIGRATIONS_DIR: inProject('compose/platform/migrations'),
      },
      ...{ database: 'embedded', readiness: '/health', cwd: inProject('.'), revision: 'R1' },
    });
    const many = ['run', 'corpus', '-g', 'hg-content.*@(strict|0.3)$', '--subject', file, '--json'];
    const { exitCode, stdout } = await assay(directory.path, ...many);
    const report = JSON.parse(stdout);
    expect(report.totals.failed).toBe(0);
    expect(report.totals.passed).toBeGreaterThan(passed);
    if (words === '') return expect(exitCode).toBe(0);
    const limited = report.cases.filter(({ verdict }: { verdict: string }) => verdict === 'inconclusive');
    expect(limited.length).toBeGreaterThan(0);
    for (const { reason } of limited)
      expect(reason).toMatch(/The subject limits the rate: .* 429.*Lift its limit/);
    expect(limited.some(({ reason }: { reason: string }) => reason.includes(words))).toBe(true);
    return expect(exitCode).toBe(2);
  },
);

/** Healthy, and makes no workspace for anybody; the given request for one is the last that reaches it. */
async function vanishingAt(atQuestion: number): Promise<{ readonly url: string } & AsyncDisposable> {
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST') asked += 1;
    if (asked >= atQuestion) {
      server.close();
      server.closeAllConnections();
    } else response.writeHead(request.method === 'POST' ? 404 : 200).end('{"error":"not here"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
