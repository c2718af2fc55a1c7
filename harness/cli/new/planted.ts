import { loadSubject } from '../../config/subject.ts';
import { loadSuites } from '../../suites/index.ts';
import { sceneOf } from '../../suites/scene.ts';
import type { Suite } from '../../suites/suite.ts';
import { factsOf, type SuiteFacts } from '../../suites/tables.ts';
import { UsageError } from '../../support/errors.ts';

/** What is known of a suite that gets something new to plant. Throws `UsageError` when there is none of that name. */
export async function factsOfSuite(name: string): Promise<SuiteFacts> {
  const scene = sceneOf(await loadSubject());
  const [suite] = await loadSuites([name]);
  return factsOf(suite as Suite, scene);
}

/** Throws `UsageError` when something to plant has that id already, in whatever suite. */
export async function refuseTakenId(id: string): Promise<void> {
  for (const suite of await loadSuites()) {
    const { faults, neutral, broken } = await suite.proof();
    const twin = [...faults, ...neutral, ...broken].find((planted) => planted.id === id);
    if (!twin) continue;
    throw new UsageError({
      code: 'ID_TAKEN',
      message: `harness/suites/${suite.name}/ has a ${id} already (${twin.title}), and nothing was written.`,
      fix: 'Choose another name.',
    });
  }
}
