import { readTombstones } from '../../corpus/documents.ts';
import { SHELVES, type Shelf } from '../../corpus/entry.ts';
import { answersTo, resolveKills } from '../../faults/resolve.ts';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import type { Started, Step } from './draft.ts';
import { checkName } from './name.ts';
import { PAGES } from './pages.ts';
import { factsOfSuite } from './planted.ts';
import { fillTemplate } from './template.ts';
import { refuseCollision, writeDraft } from './write.ts';

/**
 * Starts an entry of the corpus. It runs as it stands, and `assay corpus check` refuses it until somebody has said
 * where the shape comes from and why it is there.
 */
export async function newEntry(name: string, shelf: Shelf): Promise<Started> {
  checkName('entry', name);
  refuseCollision(projectRoot, filesOnAnyShelf(name));
  await refuseBuried(name);
  const blanks = { name, today: new Date().toISOString().slice(0, 10) };
  const draft = { made: await fillTemplate(`entry/${shelf}`, `corpus/${shelf}`, blanks), changed: [] };
  const written = await writeDraft(projectRoot, draft);
  try {
    return { draft, next: stepsFor(name, shelf, await firstKiller(name)) };
  } catch (error) {
    await written.undo();
    throw error;
  }
}

function filesOnAnyShelf(name: string) {
  const files = [`${name}.yaml`, `${name}.body`, `${name}.1.body`];
  return SHELVES.flatMap((shelf) => files.map((file) => ({ path: `corpus/${shelf}/${file}` })));
}

async function refuseBuried(name: string): Promise<void> {
  const read = await readTombstones(inProject('corpus'));
  const grave = 'value' in read ? read.value.removed.find(({ id }) => id === name) : undefined;
  if (!grave) return;
  throw new UsageError({
    code: 'NAME_BURIED',
    message: `${name} was taken out of the corpus on ${grave.date} (${grave.reason}), and nothing was written.`,
    fix: 'Choose another name, or take its tombstone out of corpus/tombstones.yaml.',
  });
}

/** A known regression that a run can carry, and that turns the entry red. */
async function firstKiller(name: string): Promise<string | undefined> {
  const { plan, proof } = await factsOfSuite('corpus');
  const inServices = proof.faults.filter(({ plant }) => plant.kind === 'service');
  return inServices.find((fault) => resolveKills(fault, plan).some(({ caseId }) => answersTo(caseId, name)))
    ?.id;
}

function stepsFor(name: string, shelf: Shelf, killer: string | undefined): readonly Step[] {
  const run = `${ASSAY} run corpus -g '^corpus/${name}@'`;
  return [
    {
      what: `Bring the bytes in, and fill in the sidecar corpus/${shelf}/${name}.yaml until this passes:`,
      commands: [`${ASSAY} corpus check`],
    },
    { what: 'See it green:', commands: [run] },
    killer === undefined
      ? {
          what: 'No fault kills it yet, so write one:',
          commands: [`${ASSAY} new fault <name> --kills ${name}`],
        }
      : { what: 'See it red:', commands: [`${run} --mutant ${killer}`] },
    PAGES,
  ];
}
