import { loadSubject } from '../../config/subject.ts';
import { loadSuites } from '../../suites/index.ts';
import { withFigures } from '../../suites/readme-figures.ts';
import { sceneOf } from '../../suites/scene.ts';
import type { Suite } from '../../suites/suite.ts';
import { factsOf, renderProofPage, renderSuites } from '../../suites/tables.ts';
import { loadTypeScript } from '../../support/typescript.ts';
import type { FileText, Step } from './draft.ts';
import { fileNow } from './template.ts';

/** What brings the generated pages up to date. */
export const PAGES: Step = {
  what: 'Write the generated pages again:',
  commands: ['npx vitest run harness/suites/tables.test.ts -u'],
};

/** The pages that tell of a suite whose folder lies there and which stands in no list yet: its own, and those of all. */
export async function pagesOfNew(name: string): Promise<readonly [own: FileText, ...all: FileText[]]> {
  const scene = sceneOf(await loadSubject());
  const own = await factsOf(await loadWritten(name), scene);
  const others = await Promise.all((await loadSuites()).map((suite) => factsOf(suite, scene)));
  const facts = [...others, own];
  const readme = await fileNow('README.md');
  return [
    { path: `harness/suites/${name}/README.md`, text: renderProofPage(own) },
    { path: 'specs/README.md', text: renderSuites(facts) },
    { ...readme, text: withFigures(readme.text, facts).page },
  ];
}

/** This program is bundled; what was written after it is loaded as it lies there. */
async function loadWritten(name: string): Promise<Suite> {
  const { suite } = await loadTypeScript(`harness/suites/${name}/suite.ts`);
  return suite as Suite;
}
