import { SUITE_NAMES } from '../../suites/index.ts';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';
import type { Started, Step } from './draft.ts';
import { withSuite } from './list.ts';
import { checkName } from './name.ts';
import { pagesOfNew } from './pages.ts';
import { fileNow, fillTemplate } from './template.ts';
import { refuseCollision, writeDraft } from './write.ts';

const LIST = 'harness/suites/index.ts';

/** Starts a suite: one case that is green, killed by its fault, quiet in its variant, and passed by no broken subject. */
export async function newSuite(name: string): Promise<Started> {
  checkName('suite', name);
  refuseListed(name);
  const folder = `harness/suites/${name}`;
  refuseCollision(projectRoot, [{ path: folder }]);
  const list = withSuite(await fileNow(LIST), name);
  const made = await fillTemplate('suite', folder, { name });
  const written = await writeDraft(projectRoot, { made, changed: [] });
  try {
    const [own, ...all] = await pagesOfNew(name);
    const changed = [list, ...all];
    await writeDraft(projectRoot, { made: [own], changed });
    return { draft: { made: [...made, own], changed }, next: stepsFor(name) };
  } catch (error) {
    await written.undo();
    throw error;
  }
}

function refuseListed(name: string): void {
  if (!SUITE_NAMES.includes(name)) return;
  throw new UsageError({
    code: 'ALREADY_LISTED',
    message: `${LIST} has a suite "${name}" already, and nothing was written.`,
    fix: 'Choose another name.',
  });
}

function stepsFor(name: string): readonly Step[] {
  return [
    { what: 'See it green:', commands: [`${ASSAY} run ${name}`] },
    {
      what: 'See that it can fail, never cries wolf, and is passed by nothing that is broken:',
      commands: ['', ' --neutral', ' --broken'].map((question) => `${ASSAY} prove ${name}${question}`),
    },
    {
      what: `Then put cases of your own into harness/suites/${name}/suite.ts, each with its fault:`,
      commands: [`${ASSAY} new fault <name> --suite ${name}`],
    },
  ];
}
