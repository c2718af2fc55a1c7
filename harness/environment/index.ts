export { bootWorld } from './boot.ts';
export {
  type BootOptions,
  type BootProgress,
  type MutantPlant,
  OWN_SERVICES,
  type OwnService,
  USUAL_PARTS,
  WORLD_PARTS,
  type WorldPart,
} from './boot-options.ts';
export { bootDatabase, type Database } from './database.ts';
export { takeHandle, type WorldHandle } from './handling/handle.ts';
export { countInLogs, lastLogLines, logSizes, worldLogLines } from './log-lines.ts';
export { bootBeside } from './process/beside.ts';
export { identify, isAlive, type ProcessIdentity } from './process/identity.ts';
export { openScratch } from './registry/scratch.ts';
export { servicesNow } from './registry/services-now.ts';
export { listWorlds, openWorld, stopWorld } from './registry/worlds.ts';
export { pinBundles } from './services/bundle.ts';
export { findProgram } from './services/on-path.ts';
export { hasTwoPostgres } from './services/postgres/binaries.ts';
export type { Loss } from './vigil/loss.ts';
export type {
  CanaryEndpoint,
  World,
  WorldDescription,
} from './world.ts';
