import { pino } from 'pino';
import { messageOf } from './background.ts';
import { readConfig } from './config.ts';
import { startPlatform } from './service.ts';

const STOP_WITHIN_MS = 1800;

const log = pino({ base: { service: 'platform' }, timestamp: pino.stdTimeFunctions.isoTime });
try {
  await run();
} catch (error) {
  log.fatal({ reason: messageOf(error) }, 'the platform could not start');
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const config = readConfig();
  for (const warning of config.warnings) log.warn(warning);
  const running = await startPlatform(config, log);
  const stop = once(async (reason: string) => {
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    await running[Symbol.asyncDispose]();
    process.exit(0);
  });
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  if (config.dieWithParent) process.stdin.on('end', () => stop('stdin closed')).resume();
  log.info({ url: running.url, revision: config.revision }, 'listening');
}

function once(work: (reason: string) => Promise<void>): (reason: string) => void {
  let begun = false;
  return (reason) => {
    if (begun) return;
    begun = true;
    work(reason).catch((error) => {
      log.error({ reason: messageOf(error) }, 'stopping failed');
      process.exit(1);
    });
  };
}
