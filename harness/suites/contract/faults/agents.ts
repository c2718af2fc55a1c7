import type { Fault } from '../../../faults/fault.ts';
import { accessDenied } from './platform/access-denied.ts';
import { accessDeniedToParents } from './platform/access-denied-to-parents.ts';
import { accessRefusedAsError } from './platform/access-refused-as-error.ts';
import { addressAny } from './platform/address-any.ts';
import { addressAnyScheme } from './platform/address-any-scheme.ts';
import { addressDevelopmentOpen } from './platform/address-development-open.ts';
import { addressLocalhostAlone } from './platform/address-localhost-alone.ts';
import { addressMapped } from './platform/address-mapped.ts';
import { addressPrivateInDevelopment } from './platform/address-private-in-development.ts';
import { addressReserved } from './platform/address-reserved.ts';
import { addressTooWide } from './platform/address-too-wide.ts';
import { addressWrittenOtherwise } from './platform/address-written-otherwise.ts';
import { beatAboveHalf } from './platform/beat-above-half.ts';
import { beatAbsentKept } from './platform/beat-absent-kept.ts';
import { beatEndsPause } from './platform/beat-ends-pause.ts';
import { beatFlagAtOnce } from './platform/beat-flag-at-once.ts';
import { beatFlagKept } from './platform/beat-flag-kept.ts';
import { beatRateOutranksOwn } from './platform/beat-rate-outranks-own.ts';
import { beatRecoversAtTenth } from './platform/beat-recovers-at-tenth.ts';
import { beatRecoversWedged } from './platform/beat-recovers-wedged.ts';
import { beatSecretUntold } from './platform/beat-secret-untold.ts';
import { beatSpendCleared } from './platform/beat-spend-cleared.ts';
import { beatToldOnce } from './platform/beat-told-once.ts';
import { beatTypesLenient } from './platform/beat-types-lenient.ts';
import { beatUnknownToldSecret } from './platform/beat-unknown-told-secret.ts';
import { beatWaitGoesOn } from './platform/beat-wait-goes-on.ts';
import { beatWedgedHidden } from './platform/beat-wedged-hidden.ts';
import { cardOfUnknownRepaired } from './platform/card-of-unknown-repaired.ts';
import { cardRoleOverwritten } from './platform/card-role-overwritten.ts';
import { cardUnkept } from './platform/card-unkept.ts';
import { cardUnrepaired } from './platform/card-unrepaired.ts';
import { degradedAtTwoFifths } from './platform/degraded-at-two-fifths.ts';
import { discoverAnonymous } from './platform/discover-anonymous.ts';
import { discoverNothingSafe } from './platform/discover-nothing-safe.ts';
import { discoverNowhere } from './platform/discover-nowhere.ts';
import { discoverRefusalTellsAddress } from './platform/discover-refusal-tells-address.ts';
import { discoverStrangers } from './platform/discover-strangers.ts';
import { discoverTokenUnchecked } from './platform/discover-token-unchecked.ts';
import { discoverUnknownToldApart } from './platform/discover-unknown-told-apart.ts';
import { discoverUnsafeAddress } from './platform/discover-unsafe-address.ts';
import { errorsKeepStarting } from './platform/errors-keep-starting.ts';
import { peersCaseMatters } from './platform/peers-case-matters.ts';
import { peersOfAll } from './platform/peers-of-all.ts';
import { peersOfNoRole } from './platform/peers-of-no-role.ts';
import { peersPattern } from './platform/peers-pattern.ts';
import { peersRoleMissingBreaks } from './platform/peers-role-missing-breaks.ts';
import { registerAddressBeforeBearer } from './platform/register-address-before-bearer.ts';
import { registerAdminPasses } from './platform/register-admin-passes.ts';
import { registerBearerEachTime } from './platform/register-bearer-each-time.ts';
import { registerModeReset } from './platform/register-mode-reset.ts';
import { registerModeUnchecked } from './platform/register-mode-unchecked.ts';
import { registerOfNoUuid } from './platform/register-of-no-uuid.ts';
import { registerPollWantsUrl } from './platform/register-poll-wants-url.ts';
import { registerPushWithoutUrl } from './platform/register-push-without-url.ts';
import { registerRemovedWelcome } from './platform/register-removed-welcome.ts';
import { registerSecretOnce } from './platform/register-secret-once.ts';
import { registerUnreadAcknowledged } from './platform/register-unread-acknowledged.ts';
import { registryAnyBearer } from './platform/registry-any-bearer.ts';
import { wedgedUnseen } from './platform/wedged-unseen.ts';

/** Agents (E). */
export const AGENTS: readonly Fault[] = [
  discoverUnsafeAddress,
  discoverNothingSafe,
  discoverRefusalTellsAddress,
  discoverTokenUnchecked,
  discoverAnonymous,
  discoverStrangers,
  discoverUnknownToldApart,
  peersCaseMatters,
  peersPattern,
  peersRoleMissingBreaks,
  peersOfAll,
  accessDeniedToParents,
  accessRefusedAsError,
  registerPollWantsUrl,
  registerPushWithoutUrl,
  registerModeUnchecked,
  registerModeReset,
  registerAddressBeforeBearer,
  registerSecretOnce,
  registerBearerEachTime,
  registerAdminPasses,
  registerRemovedWelcome,
  cardRoleOverwritten,
  cardUnrepaired,
  cardOfUnknownRepaired,
  beatToldOnce,
  beatRateOutranksOwn,
  beatWedgedHidden,
  beatAboveHalf,
  beatRecoversAtTenth,
  beatRecoversWedged,
  beatFlagAtOnce,
  beatFlagKept,
  beatTypesLenient,
  beatSpendCleared,
  beatAbsentKept,
  beatUnknownToldSecret,
  beatSecretUntold,
  beatEndsPause,
  beatWaitGoesOn,
  addressMapped,
  addressPrivateInDevelopment,
  addressReserved,
  addressWrittenOtherwise,
  addressTooWide,
  addressAnyScheme,
  addressDevelopmentOpen,
  registryAnyBearer,
  registerUnreadAcknowledged,
  registerOfNoUuid,
  cardUnkept,
  degradedAtTwoFifths,
  wedgedUnseen,
  errorsKeepStarting,
  addressAny,
  addressLocalhostAlone,
  accessDenied,
  discoverNowhere,
  peersOfNoRole,
];
