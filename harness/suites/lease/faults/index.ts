import type { Fault } from '../../../faults/fault.ts';
import { OF_LEASES } from './leases.ts';
import { OF_SESSIONS } from './sessions.ts';

/** Every known regression that the cases of this suite must find. */
export const FAULTS: readonly Fault[] = [...OF_LEASES, ...OF_SESSIONS];
