import { randomUUID } from 'node:crypto';
import { type Message, type Part, Role, type Task, TaskState } from 'a2a-sdk-1';
import {
  AgentEvent,
  type AgentExecutor,
  type ExecutionEventBus,
  type RequestContext,
} from 'a2a-sdk-1/server';
import { type Answer, answersByTask, think } from '../agent-code.ts';
import type { Agent } from '../agents.ts';
import { readMessageProto } from './reading-1.ts';

type Ids = Pick<RequestContext, 'taskId' | 'contextId'>;

const STATES = {
  completed: TaskState.TASK_STATE_COMPLETED,
  'input-required': TaskState.TASK_STATE_INPUT_REQUIRED,
  failed: TaskState.TASK_STATE_FAILED,
} as const;

/** The echo agent as an executor of the 1.x line, which wants a task or a message as the first event of each turn. */
export function executorV1(agent: Agent): AgentExecutor {
  const running = new Map<string, Ids>();
  return {
    async execute(context: RequestContext, bus: ExecutionEventBus): Promise<void> {
      const waiting = context.task?.status?.state === TaskState.TASK_STATE_INPUT_REQUIRED;
      const byTask = answersByTask(agent.setup);
      running.set(context.taskId, context);
      if (byTask) startTask(context, bus);
      const answer = await think(agent, { message: context.userMessage, waiting }, readMessageProto);
      if (!running.delete(context.taskId)) return;
      if (answer.form === 'task' && !byTask) startTask(context, bus);
      publish(answer, context, bus);
    },
    async cancelTask(taskId: string, bus: ExecutionEventBus): Promise<void> {
      const context = running.get(taskId) ?? { taskId, contextId: '' };
      running.delete(taskId);
      bus.publish(statusOf(context, TaskState.TASK_STATE_CANCELED, 'canceled on request'));
    },
  };
}

function startTask(context: RequestContext, bus: ExecutionEventBus): void {
  bus.publish(AgentEvent.task(context.task ?? taskOf(context)));
  bus.publish(statusOf(context, TaskState.TASK_STATE_WORKING));
}

function publish(answer: Answer, ids: Ids, bus: ExecutionEventBus): void {
  if (answer.form === 'message') {
    bus.publish(AgentEvent.message(messageOf(ids.contextId, '', answer.text)));
    return;
  }
  if (answer.state === 'completed') bus.publish(artifactOf(ids, answer.text));
  bus.publish(statusOf(ids, STATES[answer.state], answer.text));
}

function taskOf({ taskId, contextId }: Ids): Task {
  const status = { state: TaskState.TASK_STATE_SUBMITTED, message: undefined, timestamp: now() };
  return { id: taskId, contextId, status, artifacts: [], history: [], metadata: undefined };
}

function statusOf({ taskId, contextId }: Ids, state: TaskState, text?: string) {
  const message = text === undefined ? undefined : messageOf(contextId, taskId, text);
  const status = { state, message, timestamp: now() };
  return AgentEvent.statusUpdate({ taskId, contextId, status, metadata: undefined });
}

function artifactOf({ taskId, contextId }: Ids, text: string) {
  const artifact = {
    artifactId: randomUUID(),
    name: 'echo',
    description: '',
    parts: [textPart(text)],
    metadata: undefined,
    extensions: [],
  };
  return AgentEvent.artifactUpdate({
    taskId,
    contextId,
    artifact,
    append: false,
    lastChunk: true,
    metadata: undefined,
  });
}

function messageOf(contextId: string, taskId: string, text: string): Message {
  return {
    messageId: randomUUID(),
    contextId,
    taskId,
    role: Role.ROLE_AGENT,
    parts: [textPart(text)],
    metadata: undefined,
    extensions: [],
    referenceTaskIds: [],
  };
}

function textPart(text: string): Part {
  return { content: { $case: 'text', value: text }, metadata: undefined, filename: '', mediaType: '' };
}

function now(): string {
  return new Date().toISOString();
}
