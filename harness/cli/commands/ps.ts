import { Command } from 'commander';
import { type ListedWorld, listWorlds } from '../../environment/registry/worlds.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay ps`: the worlds of this user, whole or not. */
export function psCommand(shell: Shell, finish: Finish): Command {
  return new Command('ps')
    .description('list the worlds that run')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) => {
      const worlds = listWorlds();
      if (json) shell.out(`${JSON.stringify({ worlds: worlds.map(summary) }, null, 2)}\n`);
      else if (worlds.length === 0) shell.out(`No world runs. Boot one with: ${ASSAY} up\n`);
      else for (const world of worlds) shell.out(`${line(world)}\n`);
      finish(EXIT.ok);
    });
}

function summary({ record, dead }: ListedWorld) {
  const { id, state, createdAt, keepAlive, supervisorPid, services } = record;
  const platform = record.state === 'ready' ? record.platform?.url : undefined;
  return {
    id,
    state,
    createdAt,
    keepAlive,
    supervisorPid,
    dead,
    platform,
    services: services.map(({ name }) => name),
  };
}

function line(world: ListedWorld): string {
  const { id, state, createdAt, platform, services, dead } = summary(world);
  const health = dead.length > 0 ? `dead: ${dead.join(', ')}` : `${services.length} services`;
  return [id, state, createdAt, platform ?? '-', health].join('  ');
}
