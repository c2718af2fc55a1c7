import type { Fault } from '../../../faults/fault.ts';
import { abilitiesUnnamedReset } from './platform/abilities-unnamed-reset.ts';
import { administratorUnrelated } from './platform/administrator-unrelated.ts';
import { ancestorsNear } from './platform/ancestors-near.ts';
import { ancestorsWithoutEnd } from './platform/ancestors-without-end.ts';
import { answerByItsType } from './platform/answer-by-its-type.ts';
import { answerCutUnconfirmed } from './platform/answer-cut-unconfirmed.ts';
import { answerEmptyPassed } from './platform/answer-empty-passed.ts';
import { answerStatusLevelled } from './platform/answer-status-levelled.ts';
import { answerWordsLost } from './platform/answer-words-lost.ts';
import { answerWrittenAnew } from './platform/answer-written-anew.ts';
import { bareMembersKept } from './platform/bare-members-kept.ts';
import { bearerAloneUnknown } from './platform/bearer-alone-unknown.ts';
import { bodyThroughJson } from './platform/body-through-json.ts';
import { budgetUnchecked } from './platform/budget-unchecked.ts';
import { busyIsUnreachable } from './platform/busy-is-unreachable.ts';
import { callerForgedAnyCase } from './platform/caller-forged-any-case.ts';
import { callerForgedPassed } from './platform/caller-forged-passed.ts';
import { callerTokenUnasked } from './platform/caller-token-unasked.ts';
import { contentBeforeParts } from './platform/content-before-parts.ts';
import { contentOfAnyType } from './platform/content-of-any-type.ts';
import { deadLeftDead } from './platform/dead-left-dead.ts';
import { deadSaysWhen } from './platform/dead-says-when.ts';
import { delegationPreviewWhole } from './platform/delegation-preview-whole.ts';
import { emptyPartsRefused } from './platform/empty-parts-refused.ts';
import { envelopeRenewed } from './platform/envelope-renewed.ts';
import { listContentKept } from './platform/list-content-kept.ts';
import { malformedAccepted } from './platform/malformed-accepted.ts';
import { messageDemanded } from './platform/message-demanded.ts';
import { messageIdByValue } from './platform/message-id-by-value.ts';
import { messageIdUnfilled } from './platform/message-id-unfilled.ts';
import { neitherLetThrough } from './platform/neither-let-through.ts';
import { acknowledgesAs202 } from './platform/poll-acknowledged-202.ts';
import { probeAlwaysDead } from './platform/probe-always-dead.ts';
import { probeOfEveryRefusal } from './platform/probe-of-every-refusal.ts';
import { probeOfNobodyDead } from './platform/probe-of-nobody-dead.ts';
import { probeOfOtherOrigins } from './platform/probe-of-other-origins.ts';
import { probeWithout524 } from './platform/probe-without-524.ts';
import { probeWithoutEffect } from './platform/probe-without-effect.ts';
import { removedStillSpeaks } from './platform/removed-still-speaks.ts';
import { roleByValue } from './platform/role-by-value.ts';
import { roleUnfilled } from './platform/role-unfilled.ts';
import { sourceOfCanvasIsTarget } from './platform/source-of-canvas-is-target.ts';
import { sourceUnwritten } from './platform/source-unwritten.ts';
import { strangerLetThrough } from './platform/stranger-let-through.ts';
import { stringContentKept } from './platform/string-content-kept.ts';
import { typeKept } from './platform/type-kept.ts';
import { unknownTarget500 } from './platform/unknown-target-500.ts';
import { unreachableIsBusy } from './platform/unreachable-is-busy.ts';

/** A message on its way (A). */
export const MESSAGES: readonly Fault[] = [
  stringContentKept,
  listContentKept,
  contentBeforeParts,
  emptyPartsRefused,
  messageIdUnfilled,
  messageIdByValue,
  roleUnfilled,
  roleByValue,
  typeKept,
  bareMembersKept,
  envelopeRenewed,
  messageDemanded,
  neitherLetThrough,
  contentOfAnyType,
  bodyThroughJson,
  callerForgedPassed,
  callerForgedAnyCase,
  callerTokenUnasked,
  strangerLetThrough,
  budgetUnchecked,
  malformedAccepted,
  unknownTarget500,
  sourceOfCanvasIsTarget,
  sourceUnwritten,
  bearerAloneUnknown,
  removedStillSpeaks,
  administratorUnrelated,
  ancestorsWithoutEnd,
  ancestorsNear,
  acknowledgesAs202,
  answerStatusLevelled,
  answerWordsLost,
  answerWrittenAnew,
  answerByItsType,
  answerEmptyPassed,
  answerCutUnconfirmed,
  busyIsUnreachable,
  unreachableIsBusy,
  probeWithout524,
  probeOfOtherOrigins,
  probeOfEveryRefusal,
  probeWithoutEffect,
  probeOfNobodyDead,
  probeAlwaysDead,
  deadLeftDead,
  deadSaysWhen,
  delegationPreviewWhole,
  abilitiesUnnamedReset,
];
