import { pino } from 'pino';
import { untilStopped } from '../lifecycle.ts';
import { readConfig } from './config.ts';
import { startDesktop } from './server.ts';

const log = pino({ base: { service: 'desktop' } });
const config = readConfig();
const desktop = await startDesktop(config);
log.info({ url: desktop.url }, 'listening');
await untilStopped(config.dieWithParent);
await desktop[Symbol.asyncDispose]();
process.exit(0);
