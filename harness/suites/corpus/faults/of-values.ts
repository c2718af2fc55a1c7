import type { Fault } from '../../../faults/fault.ts';
import { contextsResolved } from './ids/contexts-resolved.ts';
import { falsyIdsReplaced } from './ids/falsy-ids-replaced.ts';
import { idsAsUnsigned } from './ids/ids-as-unsigned.ts';
import { idsCut } from './ids/ids-cut.ts';
import { idsFolded } from './ids/ids-folded.ts';
import { idsLookedUp } from './ids/ids-looked-up.ts';
import { idsParsed } from './ids/ids-parsed.ts';
import { idsTidied } from './ids/ids-tidied.ts';
import { longIdsRounded } from './ids/long-ids-rounded.ts';
import { zeroContextDropped } from './ids/zero-context-dropped.ts';
import { emptiesDropped } from './nothing/empties-dropped.ts';
import { emptyDataSkipped } from './nothing/empty-data-skipped.ts';
import { emptyMembersDropped } from './nothing/empty-members-dropped.ts';
import { listNullsDropped } from './nothing/list-nulls-dropped.ts';
import { namelessDropped } from './nothing/nameless-dropped.ts';
import { nullsDropped } from './nothing/nulls-dropped.ts';
import { doublesOverflown } from './numbers/doubles-overflown.ts';
import { fractionsFixed } from './numbers/fractions-fixed.ts';
import { fractionsShortened } from './numbers/fractions-shortened.ts';
import { integersIn32Bits } from './numbers/integers-in-32-bits.ts';
import { integersRounded } from './numbers/integers-rounded.ts';
import { minusZeroLost } from './numbers/minus-zero-lost.ts';
import { queuedMethodAssumed } from './polled/queued-method-assumed.ts';
import { rowCut } from './polled/row-cut.ts';
import { rowDepthLimited } from './polled/row-depth-limited.ts';
import { rowInLatin1 } from './polled/row-in-latin-1.ts';
import { rowThroughDoubles } from './polled/row-through-doubles.ts';
import { rowWithoutNulls } from './polled/row-without-nulls.ts';
import { eventsMerged } from './streams/events-merged.ts';
import { lastEventDropped } from './streams/last-event-dropped.ts';
import { streamIdsFalsy } from './streams/stream-ids-falsy.ts';
import { streamIdsLost } from './streams/stream-ids-lost.ts';
import { streamMessageUnruled } from './streams/stream-message-unruled.ts';
import { streamsUnread } from './streams/streams-unread.ts';
import { dataUrisUnpacked } from './uris/data-uris-unpacked.ts';
import { extensionsTidied } from './uris/extensions-tidied.ts';
import { uriEscapesRewritten } from './uris/uri-escapes-rewritten.ts';
import { urisCut } from './uris/uris-cut.ts';
import { urisNormalised } from './uris/uris-normalised.ts';
import { urisResolved } from './uris/uris-resolved.ts';

/** What becomes of legal values that are rare: identifiers, nothing, URIs and numbers. */
export const VALUE_FAULTS: readonly Fault[] = [
  // Identifiers of calls, messages and contexts.
  falsyIdsReplaced,
  idsAsUnsigned,
  idsCut,
  idsFolded,
  idsParsed,
  idsTidied,
  idsLookedUp,
  longIdsRounded,
  contextsResolved,
  zeroContextDropped,

  // Nulls and what is empty.
  nullsDropped,
  listNullsDropped,
  emptiesDropped,
  emptyMembersDropped,
  emptyDataSkipped,
  namelessDropped,

  // URIs, which are kept as they are written.
  urisNormalised,
  uriEscapesRewritten,
  dataUrisUnpacked,
  urisCut,
  urisResolved,
  extensionsTidied,

  // Numbers, which keep their digits.
  integersRounded,
  minusZeroLost,
  doublesOverflown,
  fractionsShortened,
  integersIn32Bits,
  fractionsFixed,

  // What a polled message becomes on its way through a row.
  rowThroughDoubles,
  rowInLatin1,
  rowWithoutNulls,
  rowCut,
  rowDepthLimited,
  queuedMethodAssumed,

  // Answers that are streams.
  lastEventDropped,
  eventsMerged,
  streamIdsLost,
  streamsUnread,
  streamIdsFalsy,
  streamMessageUnruled,
];
