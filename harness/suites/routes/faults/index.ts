import type { Fault } from '../../../faults/fault.ts';
import { calledOtherwise } from './platform/called-otherwise.ts';
import { callerHeaderForwarded } from './platform/caller-header-forwarded.ts';
import { callerNamed } from './platform/caller-named.ts';
import { callerTold } from './platform/caller-told.ts';
import { contextKeyCapital } from './platform/context-key-capital.ts';
import { contextUntold } from './platform/context-untold.ts';
import { envelopeMarked } from './platform/envelope-marked.ts';
import { fractionsCut } from './platform/fractions-cut.ts';
import { partMetadataDropped } from './platform/part-metadata-dropped.ts';
import { partsTurned } from './platform/parts-turned.ts';
import { rowWithoutEnvelope } from './platform/row-without-envelope.ts';
import { streamSentTwice } from './platform/stream-sent-twice.ts';
import { versionAnnounced } from './platform/version-announced.ts';

/** Every known regression that the comparison of routes must find: what A.4 and A.7 do not list. */
export const FAULTS: readonly Fault[] = [
  // What the body that came through the platform says otherwise.
  envelopeMarked,
  callerTold,
  partMetadataDropped,
  partsTurned,
  contextKeyCapital,
  fractionsCut,
  rowWithoutEnvelope,

  // What comes beside the body, and what that makes of it for agent code.
  calledOtherwise,
  versionAnnounced,
  callerHeaderForwarded,
  callerNamed,

  // How often it comes.
  streamSentTwice,

  // Whether a sender can go on as it can directly.
  contextUntold,
];
