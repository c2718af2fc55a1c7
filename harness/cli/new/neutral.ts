import { existsSync } from 'node:fs';
import { ASSAY } from '../../support/command.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import type { Started, Step } from './draft.ts';
import { withMember } from './list.ts';
import { checkName, identifierOf } from './name.ts';
import { PAGES } from './pages.ts';
import { factsOfSuite, refuseTakenId } from './planted.ts';
import { seamFor } from './seams.ts';
import { fileNow, fillTemplate } from './template.ts';
import { writeDraft } from './write.ts';

/** Where a variant goes, and where it is planted. */
export interface NeutralFlags {
  readonly suite: string;
  readonly seam?: string;
}

/** Starts a variant of a service. As it stands its seam throws, so that cases alarm until somebody has written it. */
export async function newNeutral(name: string, { suite, seam }: NeutralFlags): Promise<Started> {
  checkName('variant', name);
  const { proof } = await factsOfSuite(suite);
  const place = await seamFor(seam, [...proof.faults, ...proof.neutral]);
  const id = `N-${name}`;
  await refuseTakenId(id);
  const identifier = identifierOf(name);
  const neutral = `harness/suites/${suite}/neutral`;
  const draft = {
    made: await fillTemplate('neutral', `${neutral}/services`, { ...{ name, identifier, id }, ...place }),
    changed: [withMember(await fileNow(listIn(neutral)), { identifier, from: `./services/${name}.ts` })],
  };
  await writeDraft(projectRoot, draft);
  return { draft, next: stepsFor(suite, id, `${neutral}/services/${name}.ts`) };
}

/** What is preloaded into services has a list of its own where a suite has other variants too. */
function listIn(folder: string): string {
  const own = `${folder}/in-services.ts`;
  return existsSync(inProject(own)) ? own : `${folder}/index.ts`;
}

function stepsFor(suite: string, id: string, file: string): readonly Step[] {
  return [
    { what: `Fill in ${file}: what is different and conforms.`, commands: [] },
    { what: 'See every case green in it:', commands: [`${ASSAY} prove ${suite} --neutral --mutant ${id}`] },
    PAGES,
  ];
}
