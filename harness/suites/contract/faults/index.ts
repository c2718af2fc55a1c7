import type { Fault } from '../../../faults/fault.ts';
import { ACCESS } from './access.ts';
import { ACTIVITY_AND_EVENTS } from './activity-and-events.ts';
import { AGENTS } from './agents.ts';
import { FILES } from './files.ts';
import { MESSAGES } from './messages.ts';
import { QUEUE } from './queue.ts';
import { WORKSPACES } from './workspaces.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [
  ...ACCESS,
  ...MESSAGES,
  ...QUEUE,
  ...ACTIVITY_AND_EVENTS,
  ...AGENTS,
  ...WORKSPACES,
  ...FILES,
];
