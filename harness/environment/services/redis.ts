import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { EnvironmentError } from '../../support/errors.ts';
import type { Crew } from '../crew/crew.ts';
import type { Budget } from '../handling/grip.ts';
import { bringUp } from '../process/bring-up.ts';
import { freePort } from '../process/free-port.ts';
import { settle } from '../process/settle.ts';
import type { ReadyProbe } from '../process/wait-ready.ts';
import { findProgram } from './on-path.ts';

/** Boots a Redis of this world's own, without persistence, and answers its URL. Throws `EnvironmentError`. */
export async function startRedis(crew: Crew): Promise<string> {
  const command = findProgram('redis-server', crew.env.PATH);
  if (command === undefined) throw missing();
  const port = await freePort();
  const password = crew.credentials.fresh();
  const config = join(crew.ledger.directory, 'redis.conf');
  writeFileSync(config, configuration(port, password, crew.ledger.directory), { mode: 0o600 });
  const start = (budget: Budget) =>
    bringUp(
      crew,
      { name: 'redis', stage: 'storage', command, args: [config], env: crew.env, cwd: crew.ledger.directory },
      () => answersPing(port, password),
      budget,
    );
  const { service } = await start(crew);
  const again = async (budget: Budget) => (await start(budget)).service;
  const url = `redis://127.0.0.1:${port}`;
  const reachedAt = settle(crew, { service, url, link: await crew.link('redis'), again });
  return `redis://:${password}@127.0.0.1:${new URL(reachedAt).port}/0`;
}

/** In a file, because arguments can be read by everybody; key events, because liveness is told by expiry. */
function configuration(port: number, password: string, directory: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${directory}"`,
    'save ""',
    'appendonly no',
    'daemonize no',
    'notify-keyspace-events Ex',
    '',
  ].join('\n');
}

function answersPing(port: number, password: string): ReadyProbe<true> {
  return {
    what: 'PING',
    ask: async () => {
      const answer = await exchange(port, `AUTH ${password}\r\nPING\r\n`);
      return answer.includes('+PONG') ? { ready: true, value: true } : { ready: false, last: answer };
    },
  };
}

function exchange(port: number, command: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 }, () => socket.write(command));
    const finish = (text: string) => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (/\+PONG|PING|-/.test(answer)) finish(answer);
    });
    socket.on('timeout', () => finish('no answer'));
    socket.on('close', () => finish('a closed connection'));
    socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
  });
}

function missing(): EnvironmentError {
  return new EnvironmentError({
    code: 'REDIS_MISSING',
    message: 'The subject asks for Redis, and there is no `redis-server` on PATH.',
    fix: 'Install Redis (Debian: `apt-get install redis-server`), or give the URL of a running one: `redis: redis://…`.',
  });
}
