import type { ContractCase } from '../language/index.ts';
import { ORDER } from './a1-order.ts';
import { CALLER } from './a2-caller.ts';
import { HIERARCHY } from './a3-hierarchy.ts';
import { NORMALISE } from './a4-normalise.ts';
import { POLL } from './a5-poll.ts';
import { ANSWERS } from './a9-answers.ts';
import { PROBE } from './a11-probe.ts';
import { AUTH } from './auth.ts';
import { QUEUE } from './b-queue.ts';
import { QUEUE_STATUS } from './b-status.ts';
import { ACTIVITY } from './c1-activity.ts';
import { ACTIVITY_OF_PEERS } from './c1-peers.ts';
import { ACTIVITY_WRITTEN } from './c2-activity-written.ts';
import { NOTIFY } from './c3-notify.ts';
import { EVENTS } from './c4-events.ts';
import { LISTENERS } from './c4-listeners.ts';
import { DELEGATION } from './c5-delegation.ts';
import { DELEGATION_REFUSALS } from './c5-refusals.ts';
import { DELEGATION_REPEATS } from './c5-repeats.ts';
import { HISTORY } from './d-history.ts';
import { REGISTER } from './e1-register.ts';
import { HEARTBEAT } from './e2-heartbeat.ts';
import { HEARTBEAT_STATUS } from './e2-status.ts';
import { DISCOVER } from './e4-discover.ts';
import { ADDRESSES } from './e5-addresses.ts';
import { CREATE } from './f2-create.ts';
import { CREATE_NAMES } from './f2-names.ts';
import { BUDGET } from './f3-budget.ts';
import { WORKSPACE } from './f3-workspace.ts';
import { DELETE } from './f4-delete.ts';
import { DELETED_INSTANCES } from './f4-instances.ts';
import { PROVISION } from './f5-provision.ts';
import { CYCLES } from './f6-cycles.ts';
import { PAUSE } from './f6-pause.ts';
import { RESTART } from './f6-restart.ts';
import { SECRETS } from './f7-secrets.ts';
import { FILES } from './g1-files.ts';
import { PENDING } from './g1-pending.ts';
import { FILE_REFUSALS } from './g2-refusals.ts';
import { TOKENS } from './tokens.ts';

/** Every case of the contract, in the order of the clauses. */
export const CASES: readonly ContractCase[] = [
  // 0: who may call.
  ...AUTH,
  ...TOKENS,

  // A: a message on its way.
  ...ORDER,
  ...CALLER,
  ...HIERARCHY,
  ...NORMALISE,
  ...POLL,
  ...ANSWERS,
  ...PROBE,

  // B: the queue of a busy agent.
  ...QUEUE,
  ...QUEUE_STATUS,

  // C: what is remembered, and what is told.
  ...ACTIVITY,
  ...ACTIVITY_OF_PEERS,
  ...ACTIVITY_WRITTEN,
  ...EVENTS,
  ...LISTENERS,
  ...NOTIFY,
  ...DELEGATION,
  ...DELEGATION_REFUSALS,
  ...DELEGATION_REPEATS,
  ...HISTORY,

  // E: agents.
  ...REGISTER,
  ...HEARTBEAT,
  ...HEARTBEAT_STATUS,
  ...DISCOVER,
  ...ADDRESSES,

  // F: workspaces.
  ...CREATE,
  ...CREATE_NAMES,
  ...WORKSPACE,
  ...BUDGET,
  ...DELETE,
  ...DELETED_INSTANCES,
  ...PROVISION,
  ...RESTART,
  ...CYCLES,
  ...PAUSE,
  ...SECRETS,

  // G: files.
  ...FILES,
  ...PENDING,
  ...FILE_REFUSALS,
];
