import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { assay } from './test-support/assay.ts';
import { canaryFolder } from './test-support/canary-folder.ts';

const RUNTIME = inProject('harness/cli/fixtures/some-runtime.mjs');
const CANARY = `
name: knows-me
title: The agent knows in the second turn what it was told in the first.
turns:
  - user: Hi, my name is {{nonce.name}}.
    expect: { contains: ["{{nonce.name}}"], deadline: 10s }
  - user: Who am I?
    expect: { contains: ["{{nonce.name}}"], deadline: 2s }
  - step: new_context
  - user: Who am I?
    expect: { not_contains: ["{{nonce.name}}"] }
`;
const TEST_MS = 60_000;

let folder: Awaited<ReturnType<typeof canaryFolder>>;
beforeAll(async () => {
  folder = await canaryFolder(CANARY);
});
afterAll(() => folder[Symbol.asyncDispose]());

function canary(mode: string, ...more: readonly string[]) {
  const command = `exec ${process.execPath} ${RUNTIME} ${mode}`;
  return assay(folder.path, 'canary', '--command', command, '--canaries', 'canaries', '--out', mode, ...more);
}

test(
  'a runtime that nobody here wrote passes, and what was sent with its requests stands in no file',
  async () => {
    const { exitCode, stdout } = await canary(
      'good',
      '--header',
      'Authorization: Bearer planted-s3cret',
      '--trials',
      '2',
    );
    expect(stdout).toContain('PASSED');
    expect(exitCode).toBe(0);
    const table = readFileSync(join(folder.path, 'good', 'summary.md'), 'utf8');
    expect(table).toContain('| card | /.well-known/agent-card.json |');
    expect(table).toMatch(/\| 1 \| 2 \| \d+ ms \| \d+ ms \|/);
    // grep ends with 1 where it finds nothing.
    const leaking = spawnSync('grep', ['-rl', 'planted-s3cret', 'good'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(leaking).toMatchObject({ status: 1, stdout: '' });
  },
  TEST_MS,
);

test(
  'a runtime finds the folder for what is to outlive it, as a database that makes none for itself needs it',
  async () => {
    const { exitCode, stdout } = await canary('opens-a-file');
    expect(stdout).toContain('PASSED');
    expect(exitCode).toBe(0);
  },
  TEST_MS,
);

test.each<readonly [string, 1 | 2, RegExp]>([
  [
    'answers-another',
    1,
    /a reply to the request "somebody-else", which is not its own[\s\S]*Reproduce with: .* canary --command /,
  ],
  ['exits', 1, /canary-runtime ended in mid-run with exit code 9[\s\S]*FATAL: out of memory/],
  ['crashes', 2, /ended at boot with exit code 7[\s\S]*FATAL: no model is configured/],
  ['unconfigured', 2, /"No API key"; it is not healthy, or not configured/],
])(
  'a runtime that %s is exit %i, and says why',
  async (mode, code, why) => {
    const { exitCode, stdout } = await canary(mode, '--ready-within', '1');
    expect(stdout).toMatch(why);
    expect(exitCode).toBe(code);
  },
  TEST_MS,
);

test(
  'a run that its deadline cuts short is exit 2, and says so',
  async () => {
    const { exitCode, stdout } = await assay(
      folder.path,
      ...[
        'canary',
        '--command',
        'exec sleep 600',
        '--canaries',
        'canaries',
        '--out',
        'late',
        '--deadline',
        '1',
      ],
    );
    expect(stdout).toContain('The run was not over within 1 s (--deadline)');
    expect(exitCode).toBe(2);
  },
  TEST_MS,
);

test(
  'a canary that is unsound, and an option that there is not, are exit 3',
  async () => {
    mkdirSync(join(folder.path, 'unsound'));
    writeFileSync(join(folder.path, 'unsound', 'knows-me.yaml'), CANARY.replace('expect:', 'expects:'));
    const unsound = await assay(folder.path, 'canary', '--canaries', 'unsound');
    expect(unsound.stderr).toMatch(/knows-me\.yaml, turns\[1\]: the turn has no oracle/);
    expect(unsound.exitCode).toBe(3);
    const option = await assay(folder.path, 'canary', '--imagen', 'x');
    expect(option.stderr).toContain("unknown option '--imagen'");
    expect(option.exitCode).toBe(3);
  },
  TEST_MS,
);
