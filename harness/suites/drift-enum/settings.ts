import { inProject } from '../../support/paths.ts';

/** Names the enums of our own platform. */
export const SETTINGS = inProject('specs/drift/enums.yaml');
