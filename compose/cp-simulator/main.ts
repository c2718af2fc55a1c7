import { pino } from 'pino';
import { untilStopped } from '../lifecycle.ts';
import { readConfig } from './config.ts';
import { startSimulator } from './server.ts';

const log = pino({ base: { service: 'cp-simulator' } });
const config = readConfig();
const simulator = await startSimulator(config);
log.info({ url: simulator.url }, 'listening');
await untilStopped(config.dieWithParent);
await simulator[Symbol.asyncDispose]();
process.exit(0);
