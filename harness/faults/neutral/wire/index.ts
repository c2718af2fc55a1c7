import type { Neutral } from '../../fault.ts';
import { bytesInPieces } from './bytes-in-pieces.ts';
import { connectionClosed } from './connection-closed.ts';
import { connectionGone } from './connection-gone.ts';
import { continueUnasked } from './continue-unasked.ts';
import { earlyHints } from './early-hints.ts';
import { headerNamesTitled } from './header-names-titled.ts';
import { headerNamesUpperCase } from './header-names-upper-case.ts';
import { mediaTypeOtherwise } from './media-type-otherwise.ts';
import { moreReplyHeaders } from './more-reply-headers.ts';
import { moreRequestHeaders } from './more-request-headers.ts';
import { platformBelowAPath } from './platform-below-a-path.ts';
import { platformByName } from './platform-by-name.ts';
import { platformDocumentsEscaped } from './platform-documents-escaped.ts';
import { platformDocumentsSpaced } from './platform-documents-spaced.ts';
import { platformMembersUnknown } from './platform-members-unknown.ts';
import { reasonPhraseAbsent } from './reason-phrase-absent.ts';
import { repliesChunked } from './replies-chunked.ts';
import { repliesCompressed } from './replies-compressed.ts';
import { repliesSlow } from './replies-slow.ts';
import { repliesUntilClose } from './replies-until-close.ts';
import { requestsChunked } from './requests-chunked.ts';
import { rowTimesOtherwise } from './row-times-otherwise.ts';

/** How a platform and its senders may put what they say: every suite that speaks to one has to stand it. */
export const ON_THE_WIRE: readonly Neutral[] = [
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
];
