import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Rules } from '../rules.ts';
import { readFields } from '../workspaces/fields.ts';

/** A task that one workspace hands to another. */
export interface Delegation {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly task: string;
  readonly idempotencyKey?: string | undefined;
}

/** What `POST /delegate` asks for, or why not (C.5); a workspace is itself when it spells its id the same. */
export function readDelegation(
  sourceId: string,
  body: JsonObject | undefined,
  newId: () => string,
  rules: Rules,
): Delegation | Refusal {
  const { text, sound } = readFields(body ?? {});
  const task = readTask({ text, sound }, 'invalid delegation request');
  const idempotencyKey = text('idempotency_key') || undefined;
  if (!sound()) return refuse(400, 'invalid delegation request');
  if (isRefusal(task)) return task;
  if (task.targetId === sourceId) return refuse(400, 'self-delegation not permitted', selfHint(rules));
  return { ...task, id: newId(), sourceId, idempotencyKey };
}

function selfHint(rules: Rules): JsonObject {
  if (!rules.explainsSelfDelegation) return {};
  return { reason: 'self_delegation', hint: 'name another workspace in target_id, or do the task yourself' };
}

/** What `POST /delegations/record` tells of: the agent has sent the task itself, under an id of its own. */
export function readRecord(sourceId: string, body: JsonObject | undefined): Delegation | Refusal {
  const { text, sound } = readFields(body ?? {});
  const id = text('delegation_id');
  if (!id) return refuse(400, 'invalid request body');
  const task = readTask({ text, sound }, 'invalid request body');
  return isRefusal(task) ? task : { ...task, id, sourceId };
}

type Reader = Pick<ReturnType<typeof readFields>, 'text' | 'sound'>;

function readTask(
  { text, sound }: Reader,
  unreadable: string,
): Pick<Delegation, 'targetId' | 'task'> | Refusal {
  const targetId = text('target_id');
  const task = text('task');
  if (!sound() || !targetId || !task) return refuse(400, unreadable);
  return isUuid(targetId) ? { targetId, task } : refuse(400, 'target_id must be a valid UUID');
}

/** What an agent reports of a task that it had recorded. */
export interface Report {
  readonly status: 'completed' | 'failed';
  readonly error: string;
  readonly text: string;
}

/** Reads a report (C.5). */
export function readReport(body: JsonObject | undefined): Report | Refusal {
  const { text, sound } = readFields(body ?? {});
  const status = text('status');
  const report = { error: text('error') ?? '', text: text('response_preview') ?? '' };
  if (!sound() || !status) return refuse(400, 'invalid request body');
  if (status !== 'completed' && status !== 'failed')
    return refuse(400, "status must be 'completed' or 'failed'");
  return { ...report, status };
}
