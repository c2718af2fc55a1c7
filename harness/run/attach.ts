import type { RunOptions } from '../config/run-options.ts';
import { openWorld, type World } from '../environment/index.ts';
import { ASSAY } from '../support/command.ts';
import { UsageError } from '../support/errors.ts';

/** Attaches to the running world that the options name. Throws `UsageError` when it is another than they ask for. */
export function attachWorld({ worldId, subjectFile, revision, mutant }: RunOptions): World | undefined {
  if (worldId === undefined) return undefined;
  const world = openWorld(worldId);
  if (subjectFile !== undefined && subjectFile !== world.subject.file) {
    throw contradiction(worldId, `runs the subject of ${world.subject.file}, not that of ${subjectFile}`);
  }
  if (revision !== undefined && revision !== world.revision) {
    throw contradiction(worldId, `follows ${world.revision}, not ${revision}`);
  }
  if (mutant !== undefined && mutant !== world.mutant) {
    throw contradiction(
      worldId,
      world.mutant ? `has mutant ${world.mutant} planted` : 'has no mutant planted',
    );
  }
  return world;
}

function contradiction(id: string, what: string): UsageError {
  return new UsageError({
    code: 'OTHER_WORLD',
    message: `World ${id} ${what}.`,
    fix: `Give the options it was booted with, or boot another one with ${ASSAY} up.`,
  });
}
