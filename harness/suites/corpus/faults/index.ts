import type { Fault } from '../../../faults/fault.ts';
import { AFTERWARDS } from './afterwards.ts';
import { agentErrorOpaque } from './answers/agent-error-opaque.ts';
import { answerNotUtf8 } from './answers/answer-not-utf8.ts';
import { refusalToldAsSuccess } from './answers/refusal-told-as-success.ts';
import { replyContextLost } from './answers/reply-context-lost.ts';
import { taskAnswerCanned } from './answers/task-answer-canned.ts';
import { firstPartOnly } from './content/first-part-only.ts';
import { numbersRespelled } from './content/numbers-respelled.ts';
import { numbersRounded } from './content/numbers-rounded.ts';
import { partsReversed } from './content/parts-reversed.ts';
import { textAscii } from './content/text-ascii.ts';
import { textHtmlEscaped } from './content/text-html-escaped.ts';
import { textTrimmed } from './content/text-trimmed.ts';
import { textTruncated } from './content/text-truncated.ts';
import { bigBodyNeverAnswered } from './delivery/big-body-never-answered.ts';
import { pollBeforeNormalise } from './delivery/poll-before-normalise.ts';
import { pollDispatched } from './delivery/poll-dispatched.ts';
import { pollRowLost } from './delivery/poll-row-lost.ts';
import { sentTwice } from './delivery/sent-twice.ts';
import { slowAgentGivenUp } from './delivery/slow-agent-given-up.ts';
import { contentKeptBesideParts } from './envelopes/content-kept-beside-parts.ts';
import { envelopeKeepsExtras } from './envelopes/envelope-keeps-extras.ts';
import { envelopeNotWrapped } from './envelopes/envelope-not-wrapped.ts';
import { jsonrpcCorrected } from './envelopes/jsonrpc-corrected.ts';
import { messageIdNotFilled } from './envelopes/message-id-not-filled.ts';
import { partsOverwrittenByContent } from './envelopes/parts-overwritten-by-content.ts';
import { partsRepaired } from './envelopes/parts-repaired.ts';
import { roleNotDefaulted } from './envelopes/role-not-defaulted.ts';
import { roleOverwritten } from './envelopes/role-overwritten.ts';
import { typeNotRenamed } from './envelopes/type-not-renamed.ts';
import { configurationDropped } from './forwarding/configuration-dropped.ts';
import { contextDropped } from './forwarding/context-dropped.ts';
import { idStringified } from './forwarding/id-stringified.ts';
import { messageIdRegenerated } from './forwarding/message-id-regenerated.ts';
import { metadataDropped } from './forwarding/metadata-dropped.ts';
import { oldMethodsUpgraded } from './forwarding/old-methods-upgraded.ts';
import { paramsRebuilt } from './forwarding/params-rebuilt.ts';
import { unknownFieldsStripped } from './forwarding/unknown-fields-stripped.ts';
import { contentTypeAccepted } from './normalisation/content-type-accepted.ts';
import { listContentRaw } from './normalisation/list-content-raw.ts';
import { messageLessRejected } from './normalisation/message-less-rejected.ts';
import { neitherAccepted } from './normalisation/neither-accepted.ts';
import { stringContentRaw } from './normalisation/string-content-raw.ts';
import { CONTENT_FAULTS } from './of-contents.ts';
import { RESTART_FAULTS } from './of-restarts.ts';
import { QUEUE_FAULTS } from './of-the-queue.ts';
import { VALUE_FAULTS } from './of-values.ts';
import { WAY_BACK_FAULTS } from './on-the-way-back.ts';
import { oddHeadersLost } from './protocol-1/odd-headers-lost.ts';
import { v1FalsyLost } from './protocol-1/v1-falsy-lost.ts';
import { v1Floats } from './protocol-1/v1-floats.ts';
import { v1KeysInCamelCase } from './protocol-1/v1-keys-in-camel-case.ts';
import { v1MethodMistaken } from './protocol-1/v1-method-mistaken.ts';
import { v1NullsLost } from './protocol-1/v1-nulls-lost.ts';
import { v1StringsComposed } from './protocol-1/v1-strings-composed.ts';
import { v1TextLost } from './protocol-1/v1-text-lost.ts';
import { v1UrlsNormalised } from './protocol-1/v1-urls-normalised.ts';
import { bigBodyRefused } from './reading/big-body-refused.ts';
import { bomAccepted } from './reading/bom-accepted.ts';
import { keysSoughtInBytes } from './reading/keys-sought-in-bytes.ts';
import { lenientJson } from './reading/lenient-json.ts';
import { nestingRefused } from './reading/nesting-refused.ts';
import { paramsBeforeMethod } from './reading/params-before-method.ts';
import { spaceRefused } from './reading/space-refused.ts';
import { trailingGarbageAccepted } from './reading/trailing-garbage-accepted.ts';
import { unreadableTakenForEmpty } from './reading/unreadable-taken-for-empty.ts';
import { configurationUnseen } from './runtimes/configuration-unseen.ts';
import { contentPreferred } from './runtimes/content-preferred.ts';
import { envelopeRepaired } from './runtimes/envelope-repaired.ts';
import { extensionsUnseen } from './runtimes/extensions-unseen.ts';
import { listsSorted } from './runtimes/lists-sorted.ts';
import { listsUnreadable } from './runtimes/lists-unreadable.ts';
import { metadataOfAnother } from './runtimes/metadata-of-another.ts';
import { paramsRepaired } from './runtimes/params-repaired.ts';
import { partMetadataUnseen } from './runtimes/part-metadata-unseen.ts';
import { pollStartsNowhere } from './runtimes/poll-starts-nowhere.ts';
import { requestMetadataUnseen } from './runtimes/request-metadata-unseen.ts';
import { slowAgentHangs } from './runtimes/slow-agent-hangs.ts';
import { streamTextAltered } from './runtimes/stream-text-altered.ts';
import { truncatedCompleted } from './runtimes/truncated-completed.ts';
import { askingTaskOpaque } from './sessions/asking-task-opaque.ts';
import { contextForgotten } from './sessions/context-forgotten.ts';
import { droppedAtHangUp } from './sessions/dropped-at-hang-up.ts';
import { secondTurnDropped } from './sessions/second-turn-dropped.ts';
import { taskFails } from './sessions/task-fails.ts';
import { taskForgotten } from './sessions/task-forgotten.ts';
import { taskIdsLost } from './sessions/task-ids-lost.ts';
import { bigBodyCut } from './strict-runtime/big-body-cut.ts';
import { bigIntegersRounded } from './strict-runtime/big-integers-rounded.ts';
import { replyIdStringified } from './strict-runtime/reply-id-stringified.ts';
import { strictEnvelopeUnchecked } from './strict-runtime/strict-envelope-unchecked.ts';
import { strictValidationOff } from './strict-runtime/strict-validation-off.ts';

/** Every known regression of a service that the cases of the corpus must find, in the order in which they are proven. */
export const FAULTS: readonly Fault[] = [
  // What the proxy makes of the message of a request, rule by rule of A.4.
  stringContentRaw,
  listContentRaw,
  neitherAccepted,
  contentTypeAccepted,
  messageLessRejected,

  // The finer rules of A.4: ids, roles, envelopes and kinds.
  messageIdNotFilled,
  contentKeptBesideParts,
  partsOverwrittenByContent,
  roleNotDefaulted,
  roleOverwritten,
  typeNotRenamed,
  envelopeNotWrapped,
  envelopeKeepsExtras,
  jsonrpcCorrected,
  partsRepaired,

  // How the proxy reads the bytes of a body before any rule applies.
  bomAccepted,
  trailingGarbageAccepted,
  lenientJson,
  unreadableTakenForEmpty,
  nestingRefused,
  bigBodyRefused,
  paramsBeforeMethod,
  spaceRefused,
  keysSoughtInBytes,

  // What becomes of parts, texts and numbers on their way to the agent.
  partsReversed,
  firstPartOnly,
  textTrimmed,
  textAscii,
  textTruncated,
  textHtmlEscaped,
  numbersRounded,
  numbersRespelled,

  // What becomes of everything beside the parts of a message on its way.
  messageIdRegenerated,
  metadataDropped,
  contextDropped,
  unknownFieldsStripped,
  configurationDropped,
  idStringified,
  oldMethodsUpgraded,
  paramsRebuilt,

  // Whether, when and how often a message is handed on.
  pollDispatched,
  pollBeforeNormalise,
  pollRowLost,
  slowAgentGivenUp,
  bigBodyNeverAnswered,
  sentTwice,

  ...AFTERWARDS,

  ...QUEUE_FAULTS,

  // What the sender is told.
  taskAnswerCanned,
  refusalToldAsSuccess,
  replyContextLost,
  agentErrorOpaque,
  answerNotUtf8,

  // What becomes of an agent's answer on its way back: A.9 has it pass as it is.
  ...WAY_BACK_FAULTS,

  // What all lines of the runtime take, refuse and hand to agent code.
  envelopeRepaired,
  paramsRepaired,
  truncatedCompleted,
  listsUnreadable,
  streamTextAltered,
  contentPreferred,
  slowAgentHangs,
  pollStartsNowhere,
  listsSorted,
  requestMetadataUnseen,
  partMetadataUnseen,
  extensionsUnseen,
  configurationUnseen,
  metadataOfAnother,

  // What the runtime that validates by schema takes, answers and notes.
  strictValidationOff,
  strictEnvelopeUnchecked,
  replyIdStringified,
  bigBodyCut,
  bigIntegersRounded,

  // What runtimes make of protocol 1.0 and of the headers that announce it.
  v1TextLost,
  v1MethodMistaken,
  oddHeadersLost,
  v1FalsyLost,
  v1NullsLost,
  v1UrlsNormalised,
  v1KeysInCamelCase,
  v1StringsComposed,
  v1Floats,

  // Contexts and tasks over several messages.
  secondTurnDropped,
  contextForgotten,
  taskForgotten,
  droppedAtHangUp,
  taskIdsLost,
  taskFails,
  askingTaskOpaque,
  ...RESTART_FAULTS,

  // Legal values and contents that are rare.
  ...VALUE_FAULTS,
  ...CONTENT_FAULTS,
];
