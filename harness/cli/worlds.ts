import type { WorldDescription } from '../environment/world.ts';
import { ASSAY } from '../support/command.ts';

/** A world for people: what listens where, with which credentials, and what to type next. */
export function renderWorld(world: WorldDescription): string {
  const rows = [
    ...(world.platform ? [['platform', world.platform.url, tokenWords(world.platform.adminToken)]] : []),
    ...Object.entries(world.runtimes).map(([id, { url, controlToken }]) => [
      `runtime ${id}`,
      url,
      controlToken,
    ]),
    ...(world.controlPlane
      ? [['control plane', world.controlPlane.url, world.controlPlane.controlToken]]
      : []),
    ...(world.database ? [['database', world.database.url]] : []),
  ];
  const lines = rows.map(([name = '', ...rest]) => `  ${name.padEnd(14)} ${rest.join('  ')}`);
  return [
    `World ${world.id} is up (${world.subject.name}, ${world.revision}${world.mutant ? `, mutant ${world.mutant}` : ''}).`,
    ...lines,
    `  logs           ${world.directory}/logs`,
    `Use it:  ${ASSAY} run --world ${world.id}`,
    `Stop it: ${ASSAY} down ${world.id}`,
    '',
  ].join('\n');
}

function tokenWords(adminToken: string | undefined): string {
  return adminToken === undefined ? 'no admin token' : `admin token ${adminToken}`;
}
