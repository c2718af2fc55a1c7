import type { Suite } from '../suite.ts';
import { enumSuite } from './enum-suite.ts';
import { SETTINGS } from './settings.ts';

/** The enums of our own platform. */
export const suite: Suite = {
  ...(enumSuite(SETTINGS) as Suite),
  proof: async () => (await import('./proof.ts')).proof(),
};
