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
];
