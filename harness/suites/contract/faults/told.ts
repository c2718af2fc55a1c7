import type { Seams } from '../../../../compose/seams.ts';

/** Something that happened on the platform. */
export type PlatformEvent = Parameters<Seams['platform.told']>[0];
