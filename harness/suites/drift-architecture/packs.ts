import { inProject } from '../../support/paths.ts';

/** The shipped packs of rules; `assay` is our own. */
export const PACKS = ['workspace-server', 'workspace-runtime', 'canvas', 'assay'] as const;
export type PackName = (typeof PACKS)[number];

/** Path of a shipped rule pack. */
export function packPath(pack: PackName): string {
  return inProject(`specs/drift/packs/${pack}.yaml`);
}
