import { Command } from 'commander';
import { isOfThisClone, listWorlds, stopWorld } from '../../environment/registry/worlds.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay down`: stops worlds by id, or all that were left running. */
export function downCommand(shell: Shell, finish: Finish): Command {
  return new Command('down')
    .description('stop worlds')
    .argument('[id...]', 'worlds to stop')
    .option('--all', 'stop every world that `assay up` left running from this clone')
    .action(async (ids: string[], { all }: { all?: boolean }) => {
      const targets = all ? keptWorlds() : ids;
      if (targets.length === 0 && !all) throw nothingNamed();
      for (const id of targets) {
        await stopWorld(id);
        shell.out(`stopped ${id}\n`);
      }
      if (targets.length === 0) shell.out('No world of this clone runs.\n');
      finish(EXIT.ok);
    });
}

function keptWorlds(): readonly string[] {
  return listWorlds()
    .filter((world) => world.record.keepAlive && isOfThisClone(world))
    .map(({ record }) => record.id);
}

function nothingNamed(): UsageError {
  return new UsageError({
    code: 'NO_WORLD_NAMED',
    message: 'assay down needs the id of a world.',
    fix: `${ASSAY} ps lists them; ${ASSAY} down --all stops all of them.`,
  });
}
