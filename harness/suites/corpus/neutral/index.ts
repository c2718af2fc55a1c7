import type { Neutral } from '../../../faults/fault.ts';
import { ON_THE_WIRE } from '../../../faults/neutral/wire/index.ts';
import { agentAnswersEndInSpace } from './agents/agent-answers-end-in-space.ts';
import { agentAnswersInTokens } from './agents/agent-answers-in-tokens.ts';
import { agentBytesInPieces } from './agents/agent-bytes-in-pieces.ts';
import { agentConnectionClosed } from './agents/agent-connection-closed.ts';
import { agentDocumentsEscaped } from './agents/agent-documents-escaped.ts';
import { agentDocumentsSpaced } from './agents/agent-documents-spaced.ts';
import { agentHeaderNamesUpperCase } from './agents/agent-header-names-upper-case.ts';
import { agentMediaTypeOtherwise } from './agents/agent-media-type-otherwise.ts';
import { agentMembersUnknown } from './agents/agent-members-unknown.ts';
import { agentMoreHeaders } from './agents/agent-more-headers.ts';
import { agentRepliesChunked } from './agents/agent-replies-chunked.ts';
import { agentRepliesCompressed } from './agents/agent-replies-compressed.ts';
import { agentRepliesSlow } from './agents/agent-replies-slow.ts';
import { agentRepliesUntilClose } from './agents/agent-replies-until-close.ts';
import { agentSeveralParts } from './agents/agent-several-parts.ts';
import { agentStreamAtOnce } from './agents/agent-stream-at-once.ts';
import { agentStreamOtherwise } from './agents/agent-stream-otherwise.ts';
import { agentTimesOtherwise } from './agents/agent-times-otherwise.ts';
import { IN_SERVICES } from './in-services.ts';
import { casesCrowded } from './worlds/cases-crowded.ts';
import { casesReversed } from './worlds/cases-reversed.ts';
import { databaseOtherwise } from './worlds/database-otherwise.ts';

/** Worlds that are different and conform: in each of them every case of the corpus has to stay green. */
export const NEUTRAL: readonly Neutral[] = [
  // How platform and senders put what they say.
  ...ON_THE_WIRE,

  // How agents put what they say.
  agentAnswersEndInSpace,
  agentAnswersInTokens,
  agentBytesInPieces,
  agentConnectionClosed,
  agentDocumentsEscaped,
  agentDocumentsSpaced,
  agentHeaderNamesUpperCase,
  agentMediaTypeOtherwise,
  agentMembersUnknown,
  agentMoreHeaders,
  agentRepliesChunked,
  agentRepliesCompressed,
  agentRepliesSlow,
  agentRepliesUntilClose,
  agentSeveralParts,
  agentStreamAtOnce,
  agentStreamOtherwise,
  agentTimesOtherwise,

  // What platform and agents make of what they are free to choose.
  ...IN_SERVICES,

  // Where and when all of it happens.
  casesCrowded,
  casesReversed,
  databaseOtherwise,
];
