import type { Fault } from '../../../faults/fault.ts';
import { bytesAsText } from './files/bytes-as-text.ts';
import { mediaTypesBare } from './files/media-types-bare.ts';
import { namesTidied } from './files/names-tidied.ts';
import { datesRewritten } from './keys/dates-rewritten.ts';
import { dollarKeysDropped } from './keys/dollar-keys-dropped.ts';
import { dottedKeysUnfolded } from './keys/dotted-keys-unfolded.ts';
import { keysFolded } from './keys/keys-folded.ts';
import { keysInCamelCase } from './keys/keys-in-camel-case.ts';
import { numberedKeysListed } from './keys/numbered-keys-listed.ts';
import { rulesEverywhere } from './keys/rules-everywhere.ts';
import { secretsMasked } from './keys/secrets-masked.ts';
import { wordsRead } from './keys/words-read.ts';
import { keysLimited } from './shapes/keys-limited.ts';
import { laterMetadataLost } from './shapes/later-metadata-lost.ts';
import { listsLimited } from './shapes/lists-limited.ts';
import { objectsLimited } from './shapes/objects-limited.ts';
import { blocksDecoded } from './sizes/blocks-decoded.ts';
import { bytesWrapped } from './sizes/bytes-wrapped.ts';
import { keysCut } from './sizes/keys-cut.ts';
import { metadataLimited } from './sizes/metadata-limited.ts';
import { runtimeBlocksDecoded } from './sizes/runtime-blocks-decoded.ts';
import { sizeCountedEscaped } from './sizes/size-counted-escaped.ts';
import { textsCutInBytes } from './sizes/texts-cut-in-bytes.ts';
import { astralLost } from './texts/astral-lost.ts';
import { blankPartsSkipped } from './texts/blank-parts-skipped.ts';
import { directionsStripped } from './texts/directions-stripped.ts';
import { escapesUndone } from './texts/escapes-undone.ts';
import { halvesDecoded } from './texts/halves-decoded.ts';
import { invisibleStripped } from './texts/invisible-stripped.ts';
import { lineEndsUnified } from './texts/line-ends-unified.ts';
import { literalsRead } from './texts/literals-read.ts';
import { marksLimited } from './texts/marks-limited.ts';
import { placeholdersFilled } from './texts/placeholders-filled.ts';
import { quotesPlain } from './texts/quotes-plain.ts';
import { repeatsDropped } from './texts/repeats-dropped.ts';
import { spacesCollapsed } from './texts/spaces-collapsed.ts';
import { stringsComposed } from './texts/strings-composed.ts';
import { textsCleaned } from './texts/texts-cleaned.ts';
import { textsCompatible } from './texts/texts-compatible.ts';

/** What becomes of legal contents that are rare: texts, long and deep and wide ones, keys and files. */
export const CONTENT_FAULTS: readonly Fault[] = [
  // Texts, code point by code point.
  stringsComposed,
  textsCompatible,
  directionsStripped,
  invisibleStripped,
  marksLimited,
  astralLost,
  textsCleaned,
  lineEndsUnified,
  spacesCollapsed,
  quotesPlain,
  escapesUndone,
  placeholdersFilled,
  literalsRead,
  blankPartsSkipped,
  repeatsDropped,
  halvesDecoded,

  // What is long.
  blocksDecoded,
  textsCutInBytes,
  sizeCountedEscaped,
  runtimeBlocksDecoded,
  metadataLimited,
  bytesWrapped,
  keysCut,

  // What is deep or wide.
  objectsLimited,
  keysLimited,
  listsLimited,
  laterMetadataLost,

  // Keys and what they seem to mean.
  dottedKeysUnfolded,
  dollarKeysDropped,
  keysFolded,
  keysInCamelCase,
  numberedKeysListed,
  secretsMasked,
  rulesEverywhere,
  datesRewritten,
  wordsRead,

  // Files beside their URIs.
  namesTidied,
  mediaTypesBare,
  bytesAsText,
];
