import { pino } from 'pino';
import { untilStopped } from '../../lifecycle.ts';
import { readConfig } from '../config.ts';
import { startModelEndpoint } from './server.ts';

/** No model answers at once: turns that are sent together have to meet in the runtime, as they would with any. */
const LATENCY_MS = 250;

const log = pino({ base: { service: 'canary-model' } });
const config = readConfig();
const endpoint = await startModelEndpoint({
  ...config,
  latencyMs: LATENCY_MS,
  note: (fields, message) => log.info(fields, message),
});
log.info({ url: endpoint.url }, 'listening');
await untilStopped(config.dieWithParent);
await endpoint[Symbol.asyncDispose]();
process.exit(0);
