import { pino } from 'pino';
import { untilStopped } from '../lifecycle.ts';
import { type RuntimeConfig, readConfig } from './config.ts';
import type { Line } from './lines/line.ts';
import { startRuntime } from './server.ts';

const log = pino({ base: { service: 'echo-runtime' } });
const config = readConfig();
const runtime = await startRuntime({ ...config, line: await lineOf(config) });
log.info({ url: runtime.url, line: config.line }, 'listening');
await untilStopped(config.dieWithParent);
await runtime[Symbol.asyncDispose]();
process.exit(0);

/** Loads the SDK of one line only, so that the process starts fast and holds one express. */
async function lineOf({ line, schemasDirectory = '' }: RuntimeConfig): Promise<Line> {
  switch (line) {
    case '0.2':
      return (await import('./lines/sdk-0.2.ts')).sdk02Line();
    case '0.3':
      return (await import('./lines/sdk-0.3.ts')).sdk03Line();
    case '1.x':
      return (await import('./lines/sdk-1.ts')).sdk1Line();
    case 'strict':
      return (await import('./lines/strict.ts')).strictLine(schemasDirectory);
    default:
      return line satisfies never;
  }
}
