import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { EnvironmentError } from '../../support/errors.ts';
import { identify } from './identity.ts';
import { lastLines } from './log-tail.ts';
import type { Terminable } from './terminate.ts';

/** The order of starting; stopping goes the other way round. */
export const STAGES = ['storage', 'peer', 'platform'] as const;
export type Stage = (typeof STAGES)[number];

/** A service of a world as recorded in `world.json`. */
export interface ServiceRecord extends Terminable {
  readonly name: string;
  readonly stage: Stage;
  readonly url?: string;
  /** Where it listens itself, when `url` is that of the link before it: a way around the link. */
  readonly directUrl?: string;
  /** Absolute path; stdout and stderr together. */
  readonly logFile: string;
  /** `process:sha256:<hex>` over its code. */
  readonly digest?: string;
}

/** What to start, and how. */
export interface ServiceSpec {
  readonly name: string;
  readonly stage: Stage;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logFile: string;
  /** Closes its stdin when we end, so that it can end too. */
  readonly tethered: boolean;
  readonly stopSignal?: NodeJS.Signals;
  readonly owner?: { readonly uid: number; readonly gid: number };
  readonly digest?: string;
}

/** How a process ended. */
export interface ExitReason {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started process. */
export interface Service {
  readonly record: ServiceRecord;
  /** Byte of its log at which its own lines begin; before are those of processes that it came after. */
  readonly logStart: number;
  /** How it ended, once it has. */
  exit(): ExitReason | undefined;
  /** The same, when it has. */
  readonly ended: Promise<ExitReason>;
  /** The last lines that it wrote, for messages. */
  lastLines(): readonly string[];
}

/** Starts a process in a group of its own, its output going to its log file. Throws `EnvironmentError`. */
export async function startService(spec: ServiceSpec): Promise<Service> {
  const logStart = statSync(spec.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnLogged(spec);
  let exit: ExitReason | undefined;
  const ended = new Promise<ExitReason>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal };
      resolve(exit);
    });
  });
  await spawned(spec, child);
  return {
    record: recordOf(spec, child),
    logStart,
    exit: () => exit,
    ended,
    lastLines: () => lastLines(spec.logFile, logStart),
  };
}

function spawnLogged(spec: ServiceSpec): ChildProcess {
  const log = openSync(spec.logFile, 'a', 0o600);
  try {
    const child = spawn(spec.command, [...spec.args], {
      cwd: spec.cwd,
      env: { ...spec.env },
      detached: true,
      stdio: [spec.tethered ? 'pipe' : 'ignore', log, log],
      ...spec.owner,
    });
    child.unref();
    child.stdin?.on('error', ignore);
    if (child.stdin && 'unref' in child.stdin)
      (child.stdin as typeof child.stdin & { unref(): void }).unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function ignore(): void {}

function spawned(spec: ServiceSpec, child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new EnvironmentError({
          code: 'SERVICE_NOT_STARTED',
          message: `${spec.name} could not be started: ${spec.command} (${cause.code ?? cause.message}).`,
          fix: `Check that ${spec.command} exists, can be executed, and that ${spec.cwd} is a directory.`,
          cause,
        }),
      );
    });
  });
}

function recordOf(spec: ServiceSpec, child: ChildProcess): ServiceRecord {
  const pid = child.pid ?? 0;
  return {
    name: spec.name,
    stage: spec.stage,
    pid,
    startTicks: identify(pid)?.startTicks ?? 0,
    stopSignal: spec.stopSignal ?? 'SIGTERM',
    logFile: spec.logFile,
    ...(spec.digest === undefined ? {} : { digest: spec.digest }),
  };
}
