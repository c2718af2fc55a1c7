import type { Entry } from '../../corpus/entry.ts';

/** The sidecar and the payloads of one entry. */
export function filesOf(entries: readonly Entry[], id: string | undefined): readonly string[] {
  return entries
    .filter((entry) => entry.id === id)
    .flatMap(({ file, steps }) => [file, ...steps.map(({ payloadFile }) => payloadFile)]);
}
