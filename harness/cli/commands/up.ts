import { Command, Option } from 'commander';
import { type RunFlags, resolveRunOptions } from '../../config/run-options.ts';
import { loadSubject } from '../../config/subject.ts';
import { type BootProgress, bootWorld } from '../../environment/index.ts';
import { plantOf } from '../../faults/service-plant.ts';
import { revisionOf } from '../../run/job.ts';
import { BOOT_DEADLINE_MS } from '../../run/world.ts';
import { findPlanted } from '../../suites/find-planted.ts';
import { sceneOf } from '../../suites/scene.ts';
import { EXIT } from '../../support/errors.ts';
import { interruptible } from '../interrupt.ts';
import type { Finish, Shell } from '../shell.ts';
import { openView } from '../view.ts';
import { renderWorld } from '../worlds.ts';

interface Flags extends RunFlags {
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
    .option('--json', 'print the world as one JSON document')
    .action(async (flags: Flags) => {
      using view = openView(shell, 'booting a world');
      const options = await resolveRunOptions([], flags, shell.env, shell.cwd);
      const subject = await loadSubject(options.subjectFile, shell.env, options.subjectAs);
      const revision = revisionOf({ options, subject });
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
