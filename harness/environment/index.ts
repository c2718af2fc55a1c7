export { bootWorld } from './boot.ts';
export {
  type BootOptions,
  type BootProgress,
  type MutantPlant,
  type OwnService,
  PLANT_VARIABLE,
} from './boot-options.ts';
export { bootDatabase, type Database } from './database.ts';
export { type WorldLogLine, worldLogLines } from './log-lines.ts';
export { findProgram } from './on-path.ts';
export { bootBeside } from './process/beside.ts';
export { identify, isAlive, type ProcessIdentity } from './process/identity.ts';
export { type ListedWorld, listWorlds, openWorld, stopWorld } from './registry/worlds.ts';
export type {
  ControlledEndpoint,
  SubjectDescription,
  World,
  WorldDescription,
  WorldRecord,
} from './world.ts';
