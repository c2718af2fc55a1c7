import type { Fault } from '../../../faults/fault.ts';
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
];
