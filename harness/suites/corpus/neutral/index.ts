import type { Neutral } from '../../../faults/fault.ts';
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
import { bytesInPieces } from './wire/bytes-in-pieces.ts';
import { connectionClosed } from './wire/connection-closed.ts';
import { connectionGone } from './wire/connection-gone.ts';
import { continueUnasked } from './wire/continue-unasked.ts';
import { earlyHints } from './wire/early-hints.ts';
import { headerNamesTitled } from './wire/header-names-titled.ts';
import { headerNamesUpperCase } from './wire/header-names-upper-case.ts';
import { mediaTypeOtherwise } from './wire/media-type-otherwise.ts';
import { moreReplyHeaders } from './wire/more-reply-headers.ts';
import { moreRequestHeaders } from './wire/more-request-headers.ts';
import { platformBelowAPath } from './wire/platform-below-a-path.ts';
import { platformByName } from './wire/platform-by-name.ts';
import { platformDocumentsEscaped } from './wire/platform-documents-escaped.ts';
import { platformDocumentsSpaced } from './wire/platform-documents-spaced.ts';
import { platformMembersUnknown } from './wire/platform-members-unknown.ts';
import { reasonPhraseAbsent } from './wire/reason-phrase-absent.ts';
import { repliesChunked } from './wire/replies-chunked.ts';
import { repliesCompressed } from './wire/replies-compressed.ts';
import { repliesSlow } from './wire/replies-slow.ts';
import { repliesUntilClose } from './wire/replies-until-close.ts';
import { requestsChunked } from './wire/requests-chunked.ts';
import { rowTimesOtherwise } from './wire/row-times-otherwise.ts';
import { casesCrowded } from './worlds/cases-crowded.ts';
import { casesReversed } from './worlds/cases-reversed.ts';
import { databaseOtherwise } from './worlds/database-otherwise.ts';

/** Worlds that are different and conform: in each of them every case of the corpus has to stay green. */
export const NEUTRAL: readonly Neutral[] = [
  // How platform and senders put what they say.
  bytesInPieces,
  connectionClosed,
  connectionGone,
  continueUnasked,
  earlyHints,
  headerNamesTitled,
  headerNamesUpperCase,
  mediaTypeOtherwise,
  moreReplyHeaders,
  moreRequestHeaders,
  platformBelowAPath,
  platformByName,
  platformDocumentsEscaped,
  platformDocumentsSpaced,
  platformMembersUnknown,
  reasonPhraseAbsent,
  repliesChunked,
  repliesCompressed,
  repliesSlow,
  repliesUntilClose,
  requestsChunked,
  rowTimesOtherwise,

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
