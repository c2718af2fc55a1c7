import { randomUUID } from 'node:crypto';
import type { Message, Part, Task } from 'a2a-sdk-1';
import type { AgentExecutionEvent, AgentExecutor, ExecutionEventBus, RequestContext } from 'a2a-sdk-1/server';
import { type Answer, answersByTask, think } from '../agent-code.ts';
import type { Agent } from '../agents.ts';
import { readMessageProto } from './reading-1.ts';

type Ids = Pick<RequestContext, 'taskId' | 'contextId'>;

/** Numbers of the 1.0 protobuf enumerations, as the SDK's objects carry them. */
const ROLE_AGENT = 2;
const STATES = {
  submitted: 1,
  working: 2,
  completed: 3,
  failed: 4,
  canceled: 5,
  'input-required': 6,
} as const;
type State = keyof typeof STATES;

/** The echo agent as an executor of the 1.x line, which wants a task or a message as the first event of each turn. */
export function executorV1(agent: Agent): AgentExecutor {
  const running = new Map<string, Ids>();
  return {
    async execute(context: RequestContext, bus: ExecutionEventBus): Promise<void> {
      const waiting = context.task?.status?.state === STATES['input-required'];
      const byTask = answersByTask(agent.setup);
      running.set(context.taskId, context);
      if (byTask) startTask(context, bus);
      const { message, ...request } = context.request;
      const answer = await think(agent, { message, request, waiting }, readMessageProto);
      if (!running.delete(context.taskId)) return;
      if (answer.form === 'task' && !byTask) startTask(context, bus);
      publish(answer, context, bus);
    },
    async cancelTask(taskId: string, bus: ExecutionEventBus): Promise<void> {
      const context = running.get(taskId) ?? { taskId, contextId: '' };
      running.delete(taskId);
      bus.publish(statusOf(context, 'canceled', 'canceled on request'));
    },
  };
}

function startTask(context: RequestContext, bus: ExecutionEventBus): void {
  bus.publish({ kind: 'task', data: context.task ?? taskOf(context) });
  bus.publish(statusOf(context, 'working'));
}

function publish(answer: Answer, ids: Ids, bus: ExecutionEventBus): void {
  if (answer.form === 'message') {
    bus.publish({ kind: 'message', data: messageOf(ids.contextId, '', answer.text) });
    return;
  }
  if (answer.state === 'completed') bus.publish(artifactOf(ids, answer.text));
  bus.publish(statusOf(ids, answer.state, answer.text));
}

function taskOf({ taskId, contextId }: Ids): Task {
  const status = { state: STATES.submitted, message: undefined, timestamp: now() };
  return { id: taskId, contextId, status, artifacts: [], history: [], metadata: undefined };
}

function statusOf({ taskId, contextId }: Ids, state: State, text?: string): AgentExecutionEvent {
  const message = text === undefined ? undefined : messageOf(contextId, taskId, text);
  const status = { state: STATES[state], message, timestamp: now() };
  return { kind: 'statusUpdate', data: { taskId, contextId, status, metadata: undefined } };
}

function artifactOf({ taskId, contextId }: Ids, text: string): AgentExecutionEvent {
  const artifact = {
    artifactId: randomUUID(),
    name: 'echo',
    description: '',
    parts: [textPart(text)],
    metadata: undefined,
    extensions: [],
  };
  const update = { taskId, contextId, artifact, append: false, lastChunk: true, metadata: undefined };
  return { kind: 'artifactUpdate', data: update };
}

function messageOf(contextId: string, taskId: string, text: string): Message {
  return {
    messageId: randomUUID(),
    contextId,
    taskId,
    role: ROLE_AGENT,
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
