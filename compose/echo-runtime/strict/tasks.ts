import { randomUUID } from 'node:crypto';
import type { Agent } from '../agents.ts';
import { textOrNull } from '../reading.ts';
import { CODES, RpcError } from './protocol.ts';

export type TaskState = 'submitted' | 'working' | 'input-required' | 'completed' | 'canceled' | 'failed';

const TERMINAL: readonly TaskState[] = ['completed', 'canceled', 'failed'];
const MAX_TASKS = 1_000;

/** A task of the strict line, before it is put into the words of a protocol version. */
export interface Task {
  readonly id: string;
  readonly contextId: string;
  readonly history: unknown[];
  state: TaskState;
  /** What the agent says to its state, if anything. */
  text: string | undefined;
  artifactText: string | undefined;
}

/** Whether a task in that state takes no more messages. */
export function isTerminal(state: TaskState): boolean {
  return TERMINAL.includes(state);
}

const shelves = new WeakMap<Agent, Map<string, Task>>();

/** The tasks of one agent; the oldest go when there are too many. */
export function tasksOf(agent: Agent): Map<string, Task> {
  const tasks = shelves.get(agent) ?? new Map<string, Task>();
  shelves.set(agent, tasks);
  return tasks;
}

/** A task by its id; error -32001 when the agent has none. */
export function findTask(agent: Agent, id: string): Task {
  const task = tasksOf(agent).get(id);
  if (!task) throw new RpcError(CODES.taskNotFound, `Task not found: ${id}`);
  return task;
}

/**
 * The task that a message continues, or `undefined` for a new one. Errors: -32001 unknown, -32004 already ended,
 * -32602 when the message names another context than the task's.
 */
export function continuedTask(agent: Agent, message: Readonly<Record<string, unknown>>): Task | undefined {
  const taskId = textOrNull(message.taskId);
  if (taskId === null) return undefined;
  const task = findTask(agent, taskId);
  if (isTerminal(task.state)) {
    throw new RpcError(CODES.unsupported, `Task ${task.id} is ${task.state} and takes no more messages`);
  }
  const contextId = textOrNull(message.contextId);
  if (contextId !== null && contextId !== task.contextId) {
    const data = { path: '/message/contextId', reason: `task ${task.id} belongs to another context` };
    throw new RpcError(CODES.invalidParams, 'Invalid params: contextId does not match the task', { data });
  }
  return task;
}

/** Makes and keeps the task that a first message starts. */
export function startTask(agent: Agent, contextId: string): Task {
  const tasks = tasksOf(agent);
  const [oldest] = tasks.keys();
  if (tasks.size >= MAX_TASKS && oldest !== undefined) tasks.delete(oldest);
  const task: Task = {
    id: randomUUID(),
    contextId,
    history: [],
    state: 'submitted',
    text: undefined,
    artifactText: undefined,
  };
  tasks.set(task.id, task);
  return task;
}
