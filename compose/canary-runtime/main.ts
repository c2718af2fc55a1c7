import { pino } from 'pino';
import { untilStopped } from '../lifecycle.ts';
import { readConfig } from './config.ts';
import { startCanaryRuntime } from './server.ts';

const log = pino({ base: { service: 'canary-runtime' } });
const config = readConfig();
const runtime = await startCanaryRuntime({ ...config, note: (fields, message) => log.info(fields, message) });
log.info({ url: runtime.url, canaryMode: config.canaryMode }, 'listening');
await untilStopped(config.dieWithParent);
await runtime[Symbol.asyncDispose]();
process.exit(0);
