import type { Suite } from '../suite.ts';
import { architectureSuite } from './architecture-suite.ts';
import { packPath } from './packs.ts';

/** The architecture of this project. */
export const suite: Suite = {
  ...(architectureSuite(packPath('assay')) as Suite),
  proof: async () => (await import('./proof.ts')).proof(),
};
