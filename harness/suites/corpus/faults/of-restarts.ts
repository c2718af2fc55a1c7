import type { Fault } from '../../../faults/fault.ts';
import { addressKept } from './restarts/address-kept.ts';
import { connectionKept } from './restarts/connection-kept.ts';
import { contextRenewed } from './restarts/context-renewed.ts';
import { contextRenewedAtReturn } from './restarts/context-renewed-at-return.ts';
import { cursorLostAtReturn } from './restarts/cursor-lost-at-return.ts';
import { cutAnswerQueued } from './restarts/cut-answer-queued.ts';
import { cutAnswerRowFailed } from './restarts/cut-answer-row-failed.ts';
import { cutAnswerRowLost } from './restarts/cut-answer-row-lost.ts';
import { cutAnswerSentAgain } from './restarts/cut-answer-sent-again.ts';
import { cutAnswerUnconfirmed } from './restarts/cut-answer-unconfirmed.ts';
import { downForGood } from './restarts/down-for-good.ts';
import { inFlightLost } from './restarts/in-flight-lost.ts';
import { inFlightToldAnswered } from './restarts/in-flight-told-answered.ts';
import { leftRowsLost } from './restarts/left-rows-lost.ts';
import { sentAgainAtReturn } from './restarts/sent-again-at-return.ts';
import { taskBegunAnew } from './restarts/task-begun-anew.ts';

/** Regressions that show in a session whose agent restarts. */
export const RESTART_FAULTS: readonly Fault[] = [
  // Where the agent is looked for when it has restarted, and by which connection.
  addressKept,
  connectionKept,
  downForGood,

  // What was delivered before.
  sentAgainAtReturn,
  contextRenewedAtReturn,

  // What was in the hands of the agent.
  inFlightToldAnswered,
  inFlightLost,
  cutAnswerQueued,
  cutAnswerSentAgain,
  cutAnswerUnconfirmed,
  cutAnswerRowLost,
  cutAnswerRowFailed,

  // What an agent that polls finds when it is back.
  cursorLostAtReturn,
  leftRowsLost,

  // What the agent itself makes of a session that it does not know any more.
  taskBegunAnew,
  contextRenewed,
];
