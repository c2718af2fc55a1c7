import { randomUUID } from 'node:crypto';
import type { Happening } from './conversation.ts';
import type { Protocol } from './protocol.ts';
import { isTerminal, type Task, type TaskState } from './tasks.ts';

/** How results and events look on the wire of one protocol version. */
export interface Wire {
  /** The result of a send that ended in `last`, with at most `historyLength` messages of history. */
  result(last: Happening, historyLength: number | undefined): unknown;
  event(happening: Happening): unknown;
  task(task: Task, historyLength: number | undefined): unknown;
}

export const WIRES: Readonly<Record<Protocol, Wire>> = {
  '0.3': {
    result: (last, limit) => (last.type === 'message' ? message03(last) : task03(last.task, limit)),
    event: event03,
    task: task03,
  },
  '1.0': {
    result: (last, limit) =>
      last.type === 'message' ? { message: messageV1(last) } : { task: taskV1(last.task, limit) },
    event: eventV1,
    task: taskV1,
  },
};

interface Said {
  readonly contextId: string;
  readonly taskId?: string;
  readonly text: string;
}

function message03({ contextId, taskId, text }: Said) {
  const parts = [{ kind: 'text', text }];
  return {
    kind: 'message',
    role: 'agent',
    messageId: randomUUID(),
    contextId,
    ...(taskId && { taskId }),
    parts,
  };
}

function task03(task: Task, historyLength: number | undefined) {
  const artifact = { artifactId: `${task.id}-echo`, parts: [{ kind: 'text', text: task.artifactText }] };
  return {
    kind: 'task',
    id: task.id,
    contextId: task.contextId,
    status: status03(task),
    history: historyOf(task, historyLength),
    ...(task.artifactText !== undefined && { artifacts: [artifact] }),
  };
}

function status03(task: Task) {
  const timestamp = new Date().toISOString();
  const said = saidOf(task);
  return { state: task.state, timestamp, ...(said && { message: message03(said) }) };
}

function event03(happening: Happening): unknown {
  if (happening.type === 'message') return message03(happening);
  const { task } = happening;
  const ids = { taskId: task.id, contextId: task.contextId };
  switch (happening.type) {
    case 'task':
      return task03(task, undefined);
    case 'status':
      return { kind: 'status-update', ...ids, status: status03(task), final: isFinal(task) };
    case 'artifact':
      return { kind: 'artifact-update', ...ids, artifact: task03(task, 0).artifacts?.[0], lastChunk: true };
    default:
      return happening satisfies never;
  }
}

function messageV1({ contextId, taskId, text }: Said) {
  const parts = [{ text }];
  return { role: 'ROLE_AGENT', messageId: randomUUID(), contextId, ...(taskId && { taskId }), parts };
}

function taskV1(task: Task, historyLength: number | undefined) {
  const artifact = { artifactId: `${task.id}-echo`, parts: [{ text: task.artifactText }] };
  return {
    id: task.id,
    contextId: task.contextId,
    status: statusV1(task),
    history: historyOf(task, historyLength),
    ...(task.artifactText !== undefined && { artifacts: [artifact] }),
  };
}

function statusV1(task: Task) {
  const timestamp = new Date().toISOString();
  const said = saidOf(task);
  return { state: stateV1(task.state), timestamp, ...(said && { message: messageV1(said) }) };
}

function stateV1(state: TaskState): string {
  return `TASK_STATE_${state.toUpperCase().replace('-', '_')}`;
}

function eventV1(happening: Happening): unknown {
  if (happening.type === 'message') return { message: messageV1(happening) };
  const { task } = happening;
  const ids = { taskId: task.id, contextId: task.contextId };
  switch (happening.type) {
    case 'task':
      return { task: taskV1(task, undefined) };
    case 'status':
      return { statusUpdate: { ...ids, status: statusV1(task) } };
    case 'artifact':
      return { artifactUpdate: { ...ids, artifact: taskV1(task, 0).artifacts?.[0], lastChunk: true } };
    default:
      return happening satisfies never;
  }
}

function historyOf(task: Task, historyLength: number | undefined): readonly unknown[] {
  if (historyLength === undefined) return task.history;
  return historyLength > 0 ? task.history.slice(-historyLength) : [];
}

function saidOf(task: Task): Said | undefined {
  return task.text === undefined
    ? undefined
    : { contextId: task.contextId, taskId: task.id, text: task.text };
}

function isFinal(task: Task): boolean {
  return isTerminal(task.state) || task.state === 'input-required';
}
