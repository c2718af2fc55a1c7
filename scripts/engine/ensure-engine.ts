import { execa } from 'execa';
import { processEnv } from '../../harness/config/process-env.ts';
import { makeBaseImages } from './base-images.ts';
import { installComposePlugin, installEngine } from './install.ts';
import { startDaemon } from './start-daemon.ts';

/** An engine for the compose world, or why there is none. `stop` ends only what was started here. */
export type EnsuredEngine =
  | { readonly available: true; stop(): Promise<void> }
  | { readonly available: false; readonly why: string };

/**
 * Finds a Docker engine with `docker compose`. Where none answers, one is installed and started if that is allowed:
 * with `CI` set, as root, on Debian; base images that no registry gives are then made from this machine's programs.
 */
export async function ensureEngine(): Promise<EnsuredEngine> {
  const lacks = await whatLacks();
  if (!mayInstall())
    return lacks === undefined ? { available: true, stop } : { available: false, why: lacks };
  try {
    return { available: true, stop: await provide() };
  } catch (error) {
    return { available: false, why: `an engine could not be provided: ${firstLine(error)}` };
  }
}

async function provide(): Promise<() => Promise<void>> {
  let end = stop;
  if (!(await engineAnswers())) {
    await installEngine();
    end = await startDaemon();
  }
  try {
    if (!(await composeAnswers())) await installComposePlugin();
    await makeBaseImages();
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

async function whatLacks(): Promise<string | undefined> {
  if (!(await engineAnswers())) return 'no Docker engine answers';
  if (!(await composeAnswers())) return 'the Docker client has no compose plugin';
  return undefined;
}

async function engineAnswers(): Promise<boolean> {
  return succeeds('version', '--format', '{{.Server.Version}}');
}

async function composeAnswers(): Promise<boolean> {
  return succeeds('compose', 'version');
}

async function succeeds(...args: readonly string[]): Promise<boolean> {
  const { failed } = await execa('docker', args, { reject: false, timeout: 10_000 });
  return !failed;
}

function mayInstall(): boolean {
  return (processEnv.CI ?? '') !== '' && process.getuid?.() === 0 && process.platform === 'linux';
}

function firstLine(error: unknown): string {
  const { shortMessage, message } = error as Error & { shortMessage?: string };
  return (shortMessage ?? message).split('\n')[0] ?? '';
}

async function stop(): Promise<void> {}
