import type { Fault } from '../../../faults/fault.ts';
import { contextLost } from './platform/context-lost.ts';
import { senderDrifts } from './step/sender-drifts.ts';
import { senderWithoutEnvelope } from './step/sender-without-envelope.ts';

/** Every known way in which canaries and the platform come apart. */
export const FAULTS: readonly Fault[] = [senderDrifts, senderWithoutEnvelope, contextLost];
