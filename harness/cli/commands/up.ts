import { Command, Option } from 'commander';
import { type RunFlags, type RunOptions, resolveRunOptions } from '../../config/run-options.ts';
import { loadSubject, type Subject } from '../../config/subject.ts';
import { wholeNumber } from '../../config/whole-number.ts';
import { type BootOptions, type BootProgress, bootWorld } from '../../environment/index.ts';
import { plantOf } from '../../faults/service-plant.ts';
import { revisionOf } from '../../run/job.ts';
import { BOOT_DEADLINE_MS } from '../../run/world.ts';
import { findPlanted } from '../../suites/find-planted.ts';
import { sceneOf } from '../../suites/scene.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { interruptible } from '../interrupt.ts';
import type { Finish, Shell } from '../shell.ts';
import { openView } from '../view.ts';
import { renderWorld } from '../worlds.ts';

interface Flags extends RunFlags {
  readonly port?: string;
  /** `false` after `--no-admin-token`. */
  readonly adminToken?: boolean;
  readonly json?: boolean;
}

/** `assay up`: boots a world and leaves it running; prints its addresses and credentials. */
export function upCommand(shell: Shell, finish: Finish): Command {
  return new Command('up')
    .description('boot a world and leave it running')
    .option('--subject <file>', 'subject file; the reference platform by default')
    .option('--revision <revision>', 'contract revision: R1, R3 or a day between them')
    .option('--mutant <id>', 'plant a known regression')
    .addOption(new Option('--mode <mode>', 'engine of the world').choices(['process', 'compose']))
    .option('--port <number>', 'where the platform listens; a free port by default')
    .option('--no-admin-token', 'the reference platform without an admin token')
    .option('--json', 'print the world as one JSON document')
    .action(async (flags: Flags) => {
      using view = openView(shell, 'booting a world');
      const options = await resolveRunOptions([], flags, shell.env, shell.cwd);
      const subject = await loadSubject(options.subjectFile, shell.env, options.subjectAs);
      const revision = revisionOf({ options, subject });
      const wishes = platformWishes(flags, options.mode, subject);
      await interruptible(shell, async (signal) => {
        const scene = sceneOf(subject, options.revision);
        const mutant =
          options.mutant === undefined ? undefined : plantOf(await findPlanted(options.mutant, scene));
        const world = await bootWorld({
          ...{
            subject,
            revision,
            mode: options.mode,
            deadlineMs: BOOT_DEADLINE_MS[options.mode],
            keepAlive: true,
            ...wishes,
            signal,
            onProgress: ({ step, what }: BootProgress) => view.step(`${what} ${step}`),
          },
          ...(mutant && { mutant }),
        });
        view.end();
        shell.out(flags.json ? `${JSON.stringify(world, null, 2)}\n` : renderWorld(world));
        finish(EXIT.ok);
      });
    });
}

type Wishes = Pick<BootOptions, 'port' | 'adminToken'>;

/** How the platform is to be booted. Throws `UsageError` where that is not ours to say. */
function platformWishes({ port, adminToken }: Flags, mode: RunOptions['mode'], subject: Subject): Wishes {
  const wanted = [
    ...(port === undefined ? [] : ['--port']),
    ...(adminToken === false ? ['--no-admin-token'] : []),
  ];
  for (const flag of wanted) refuseWish(flag, mode, subject);
  return {
    ...(port !== undefined && { port: wholeNumber('--port', port, 1, 65_535) }),
    ...(adminToken === false && { adminToken }),
  };
}

function refuseWish(flag: string, mode: RunOptions['mode'], { kind, name, file }: Subject): void {
  if (mode === 'compose') throw notSettable(flag, 'in containers', 'Use --mode process.');
  if (kind === 'remote') throw notSettable(flag, `of ${name}, which runs elsewhere`, `Leave ${flag} away.`);
  if (kind === 'command' && flag === '--no-admin-token')
    throw notSettable(flag, `of ${name}, which has its own`, `Write \`adminToken: none\` into ${file}.`);
}

function notSettable(flag: string, where: string, fix: string): UsageError {
  return new UsageError({ code: 'NOT_SETTABLE', message: `${flag} cannot be set ${where}.`, fix });
}
