import { basename } from 'node:path';
import type { Entry, Shelf } from './entry.ts';
import type { CorpusProblem } from './problem.ts';

/** A problem for every file of a shelf that no sidecar speaks for. */
export function unclaimed(
  shelf: Shelf,
  files: readonly string[],
  entries: readonly Entry[],
): readonly CorpusProblem[] {
  const claimed = new Set(entries.flatMap((entry) => entry.steps.map((step) => step.payload)));
  const sound = new Set(entries.map((entry) => entry.id));
  return files.flatMap((name) => {
    if (name.endsWith('.yaml') || name.startsWith('.') || claimed.has(name)) return [];
    if (!name.endsWith('.body')) return [strayFile(`${shelf}/${name}`)];
    const id = ownerOf(shelf, name);
    if (!files.includes(`${id}.yaml`)) return [missingSidecar(`${shelf}/${name}`, id)];
    return sound.has(id) ? [orphanPayload(`${shelf}/${name}`, id)] : [];
  });
}

function ownerOf(shelf: Shelf, payload: string): string {
  const stem = basename(payload, '.body');
  return shelf === 'sessions' ? stem.replace(/\.\d+$/, '') : stem;
}

function missingSidecar(file: string, id: string): CorpusProblem {
  return {
    file,
    rule: 'missing-sidecar',
    message: `no sidecar \`${id}.yaml\``,
    fix: 'Add the sidecar or remove the payload.',
  };
}

function orphanPayload(file: string, id: string): CorpusProblem {
  return {
    file,
    rule: 'orphan-payload',
    message: `no step of \`${id}.yaml\` uses it`,
    fix: 'Add the step or remove the payload.',
  };
}

function strayFile(file: string): CorpusProblem {
  return {
    file,
    rule: 'stray-file',
    message: 'neither sidecar nor payload',
    fix: 'Move it out of the corpus.',
  };
}
