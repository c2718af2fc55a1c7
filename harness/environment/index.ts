export { bootWorld } from './boot.ts';
export {
  type BootOptions,
  type BootProgress,
  type MutantPlant,
  OWN_SERVICES,
  type OwnService,
  PLANT_VARIABLE,
  WORLD_PARTS,
  type WorldPart,
} from './boot-options.ts';
export { bootDatabase, type Database } from './database.ts';
export {
  ACTIONS,
  type Action,
  CUT_WAYS,
  type CutWay,
  type HandlingEntry,
  KILL_SIGNALS,
  type KillSignal,
  type LinkState,
  type RunState,
  type ServiceStatus,
} from './handling/actions.ts';
export { type HandleOptions, type ServiceHandle, takeHandle, type WorldHandle } from './handling/handle.ts';
export { readHandling } from './handling/journal.ts';
export { countInLogs, lastLogLines, logSizes, type WorldLogLine, worldLogLines } from './log-lines.ts';
export { bootBeside } from './process/beside.ts';
export { identify, isAlive, type ProcessIdentity } from './process/identity.ts';
export { openScratch, type Scratch } from './registry/scratch.ts';
export { servicesNow } from './registry/services-now.ts';
export { type ListedWorld, listWorlds, openWorld, stopWorld } from './registry/worlds.ts';
export { pinBundles } from './services/bundle.ts';
export { findProgram } from './services/on-path.ts';
export { hasTwoPostgres } from './services/postgres/binaries.ts';
export type { Loss, Watched } from './vigil/loss.ts';
export type {
  ControlledEndpoint,
  RuntimeEndpoint,
  SubjectDescription,
  World,
  WorldDescription,
  WorldRecord,
} from './world.ts';
