import type { Fault } from '../../../faults/fault.ts';
import { administratorUnrelated } from './platform/administrator-unrelated.ts';
import { ancestorsNear } from './platform/ancestors-near.ts';
import { ancestorsWithoutEnd } from './platform/ancestors-without-end.ts';
import { bareMembersKept } from './platform/bare-members-kept.ts';
import { bearerAloneUnknown } from './platform/bearer-alone-unknown.ts';
import { bodyThroughJson } from './platform/body-through-json.ts';
import { budgetUnchecked } from './platform/budget-unchecked.ts';
import { callerForgedAnyCase } from './platform/caller-forged-any-case.ts';
import { callerForgedPassed } from './platform/caller-forged-passed.ts';
import { callerTokenUnasked } from './platform/caller-token-unasked.ts';
import { contentBeforeParts } from './platform/content-before-parts.ts';
import { contentOfAnyType } from './platform/content-of-any-type.ts';
import { emptyPartsRefused } from './platform/empty-parts-refused.ts';
import { envelopeRenewed } from './platform/envelope-renewed.ts';
import { listContentKept } from './platform/list-content-kept.ts';
import { malformedAccepted } from './platform/malformed-accepted.ts';
import { messageDemanded } from './platform/message-demanded.ts';
import { messageIdByValue } from './platform/message-id-by-value.ts';
import { messageIdUnfilled } from './platform/message-id-unfilled.ts';
import { neitherLetThrough } from './platform/neither-let-through.ts';
import { acknowledgesAs202 } from './platform/poll-acknowledged-202.ts';
import { relationsDenied } from './platform/relations-denied.ts';
import { removedStillSpeaks } from './platform/removed-still-speaks.ts';
import { roleByValue } from './platform/role-by-value.ts';
import { roleUnfilled } from './platform/role-unfilled.ts';
import { sourceOfCanvasIsTarget } from './platform/source-of-canvas-is-target.ts';
import { sourceUnwritten } from './platform/source-unwritten.ts';
import { strangerLetThrough } from './platform/stranger-let-through.ts';
import { stringContentKept } from './platform/string-content-kept.ts';
import { typeKept } from './platform/type-kept.ts';
import { unknownTarget500 } from './platform/unknown-target-500.ts';

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
  relationsDenied,
  ancestorsWithoutEnd,
  ancestorsNear,
  acknowledgesAs202,
];
