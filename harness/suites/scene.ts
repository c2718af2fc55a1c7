import { OWN_CANARIES } from '../config/runtime-terms.ts';
import type { Subject } from '../config/subject.ts';
import type { Scene } from './plan.ts';

/** What the suites are told of a subject; `revision` is another than its own. */
export function sceneOf(subject: Subject, revision = subject.revision): Scene {
  return {
    revision,
    subjectName: subject.name,
    capabilities: subject.capabilities,
    hasPlatform: hasPlatform(subject),
    standsForRuntimes: standsForRuntimes(subject),
    ...canariesOf(subject),
  };
}

function hasPlatform(subject: Subject): boolean {
  if (subject.kind === 'runtime') return false;
  return subject.kind !== 'remote' || subject.platform !== undefined;
}

function canariesOf(subject: Subject): Pick<Scene, 'canaries'> {
  if (subject.kind === 'runtime') return { canaries: subject.terms.canaries };
  return standsForRuntimes(subject) ? { canaries: OWN_CANARIES } : {};
}

function standsForRuntimes(subject: Subject): boolean {
  return subject.kind === 'reference' || (subject.kind === 'remote' && subject.agentUrl !== undefined);
}
