import { Command } from 'commander';
import { isOfThisClone, type ListedWorld, listWorlds } from '../../environment/registry/worlds.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay ps`: the worlds of this clone, whole or not; those of others are marked so. */
export function psCommand(shell: Shell, finish: Finish): Command {
  return new Command('ps')
    .description('list the worlds that run')
    .option('--all', 'those that other clones have booted too')
    .option('--json', 'print one JSON document')
    .action(({ all, json }: { all?: boolean; json?: boolean }) => {
      const found = listWorlds();
      const worlds = all ? found : found.filter(isOfThisClone);
      if (json) shell.out(`${JSON.stringify({ worlds: worlds.map(summary) }, null, 2)}\n`);
      else shell.out(inWords(worlds, found.length - worlds.length));
      finish(EXIT.ok);
    });
}

function inWords(worlds: readonly ListedWorld[], elsewhere: number): string {
  const none = worlds.length === 0 ? [`No world runs. Boot one with: ${ASSAY} up`] : [];
  const others = elsewhere > 0 ? [`${elsewhere} of other clones: ${ASSAY} ps --all`] : [];
  return [...none, ...worlds.map(line), ...others, ''].join('\n');
}

function summary({ record, state, dead }: ListedWorld) {
  const { id, clone, createdAt, keepAlive, supervisorPid, services } = record;
  const ready = record.state === 'ready' ? record : undefined;
  return {
    ...{ id, state, clone, createdAt, keepAlive, supervisorPid, dead },
    subject: ready?.subject.name,
    revision: ready?.revision,
    mutant: ready?.mutant,
    platform: ready?.platform?.url,
    services: services.map(({ name }) => name),
  };
}

function line(world: ListedWorld): string {
  const { id, state, clone, createdAt, subject, revision, mutant, platform, services, dead } = summary(world);
  const what = [subject, revision, mutant].filter(Boolean).join(' ') || '-';
  const health = dead.length > 0 ? `dead: ${dead.join(', ')}` : `${services.length} services`;
  const whose = isOfThisClone(world) ? [] : [`booted by ${clone}`];
  return [id, state, createdAt, what, platform ?? '-', health, ...whose].join('  ');
}
