import { pino } from 'pino';
import { untilStopped } from '../../lifecycle.ts';
import { readConfig } from '../config.ts';
import { startModelEndpoint } from './server.ts';

const log = pino({ base: { service: 'canary-model' } });
const config = readConfig();
const endpoint = await startModelEndpoint({
  ...config,
  note: (fields, message) => log.info(fields, message),
});
log.info({ url: endpoint.url }, 'listening');
await untilStopped(config.dieWithParent);
await endpoint[Symbol.asyncDispose]();
process.exit(0);
