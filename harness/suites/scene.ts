import type { Subject } from '../config/subject.ts';
import type { Scene } from './plan.ts';

/** What the suites are told of a subject; `revision` is another than its own. */
export function sceneOf(subject: Subject, revision = subject.revision): Scene {
  return {
    revision,
    subjectName: subject.name,
    capabilities: subject.capabilities,
    hasPlatform: subject.kind !== 'remote' || subject.platform !== undefined,
    standsForRuntimes: standsForRuntimes(subject),
  };
}

function standsForRuntimes(subject: Subject): boolean {
  return subject.kind === 'reference' || (subject.kind === 'remote' && subject.agentUrl !== undefined);
}
