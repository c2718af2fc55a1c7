import type { Version } from './versions.ts';

/** A sound document per request and per message, so that the comparison reaches what no corpus entry uses. */
export interface Exemplar {
  readonly definition: string;
  readonly document: unknown;
}

const text = { kind: 'text', text: 'hello', metadata: { lang: 'en' } };
const byUri = {
  kind: 'file',
  file: { uri: 'https://files.test/a.txt', name: 'a.txt', mimeType: 'text/plain' },
};
const byBytes = { kind: 'file', file: { bytes: 'aGVsbG8=', mimeType: 'text/plain' } };
const data = { kind: 'data', data: { deep: [1, { two: null }] } };
const message = {
  kind: 'message',
  role: 'user',
  messageId: 'm-1',
  parts: [text, byUri, byBytes, data],
  contextId: 'c-1',
  taskId: 't-1',
  referenceTaskIds: ['t-0'],
  extensions: ['urn:example:ext'],
  metadata: { trace: 1 },
};
const push = {
  url: 'https://push.test/',
  id: 'p-1',
  token: 'k',
  authentication: { schemes: ['Bearer'], credentials: 'x' },
};
const status = { state: 'working', timestamp: '2026-01-02T03:04:05Z', message };
const artifact = {
  artifactId: 'a-1',
  name: 'result',
  description: 'd',
  parts: [text],
  metadata: {},
  extensions: [],
};
const task = {
  kind: 'task',
  id: 't-1',
  contextId: 'c-1',
  status,
  history: [message],
  artifacts: [artifact],
  metadata: {},
};
const configuration = {
  acceptedOutputModes: ['text/plain'],
  blocking: true,
  historyLength: 2,
  pushNotificationConfig: push,
};
const ids = { id: 't-1', metadata: {} };
const rpc = { jsonrpc: '2.0', id: 1 };
const failed = { ...rpc, error: { code: -32001, message: 'Task not found', data: { taskId: 't-1' } } };

const call = (method: string, params: unknown) => ({ ...rpc, method, params });

const json: readonly Exemplar[] = [
  {
    definition: 'SendMessageRequest',
    document: call('message/send', { message, configuration, metadata: {} }),
  },
  { definition: 'SendStreamingMessageRequest', document: call('message/stream', { message }) },
  { definition: 'GetTaskRequest', document: call('tasks/get', { ...ids, historyLength: 1 }) },
  { definition: 'CancelTaskRequest', document: call('tasks/cancel', ids) },
  { definition: 'TaskResubscriptionRequest', document: call('tasks/resubscribe', ids) },
  {
    definition: 'SetTaskPushNotificationConfigRequest',
    document: call('tasks/pushNotificationConfig/set', { taskId: 't-1', pushNotificationConfig: push }),
  },
  {
    definition: 'GetTaskPushNotificationConfigRequest',
    document: call('tasks/pushNotificationConfig/get', { ...ids, pushNotificationConfigId: 'p-1' }),
  },
  {
    definition: 'ListTaskPushNotificationConfigRequest',
    document: call('tasks/pushNotificationConfig/list', ids),
  },
  {
    definition: 'DeleteTaskPushNotificationConfigRequest',
    document: call('tasks/pushNotificationConfig/delete', { ...ids, pushNotificationConfigId: 'p-1' }),
  },
  { definition: 'Message', document: message },
  { definition: 'Part', document: byBytes },
  { definition: 'Task', document: task },
  {
    definition: 'TaskStatusUpdateEvent',
    document: { kind: 'status-update', taskId: 't-1', contextId: 'c-1', status, final: false, metadata: {} },
  },
  {
    definition: 'TaskArtifactUpdateEvent',
    document: {
      kind: 'artifact-update',
      taskId: 't-1',
      contextId: 'c-1',
      artifact,
      append: true,
      lastChunk: false,
    },
  },
  { definition: 'SendMessageResponse', document: { ...rpc, result: task } },
  { definition: 'SendMessageSuccessResponse', document: { ...rpc, result: message } },
  { definition: 'JSONRPCErrorResponse', document: failed },
  { definition: 'JSONRPCError', document: failed.error },
  {
    definition: 'AgentCard',
    document: {
      name: 'echo',
      description: 'repeats',
      url: 'https://agent.test/',
      version: '1',
      protocolVersion: '0.3.0',
      preferredTransport: 'JSONRPC',
      additionalInterfaces: [{ transport: 'JSONRPC', url: 'https://agent.test/' }],
      capabilities: {
        streaming: true,
        extensions: [{ uri: 'urn:example:ext', required: false, params: {} }],
      },
      defaultInputModes: ['text/plain'],
      defaultOutputModes: ['text/plain'],
      skills: [{ id: 's', name: 'echo', description: 'repeats', tags: ['echo'] }],
      security: [{ key: [] }],
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-key' } },
    },
  },
];

const message10 = {
  messageId: 'm-1',
  role: 'ROLE_USER',
  parts: [
    { text: 'hello', mediaType: 'text/plain', metadata: {} },
    { raw: 'aGVsbG8=', filename: 'a.txt' },
    { url: 'https://files.test/a.txt' },
    { data: [1, null, { two: 2 }] },
  ],
  contextId: 'c-1',
  taskId: 't-1',
  referenceTaskIds: ['t-0'],
  extensions: ['urn:example:ext'],
  metadata: { trace: 1 },
};
const push10 = {
  taskId: 't-1',
  id: 'p-1',
  url: 'https://push.test/',
  token: 'k',
  authentication: { scheme: 'Bearer' },
};
const status10 = { state: 'TASK_STATE_WORKING', timestamp: '2026-01-02T03:04:05Z', message: message10 };
const artifact10 = {
  artifactId: 'a-1',
  name: 'result',
  parts: [{ text: 'x' }],
  extensions: ['urn:example:ext'],
};
const task10 = {
  id: 't-1',
  contextId: 'c-1',
  status: status10,
  history: [message10],
  artifacts: [artifact10],
};

const protobuf: readonly Exemplar[] = [
  {
    definition: 'SendMessageRequest',
    document: {
      tenant: 'acme',
      message: message10,
      configuration: {
        acceptedOutputModes: ['text/plain'],
        returnImmediately: true,
        historyLength: 2,
        taskPushNotificationConfig: push10,
      },
      metadata: {},
    },
  },
  { definition: 'GetTaskRequest', document: { id: 't-1', historyLength: '3' } },
  {
    definition: 'ListTasksRequest',
    document: { contextId: 'c-1', status: 'TASK_STATE_FAILED', pageSize: 5 },
  },
  { definition: 'CancelTaskRequest', document: { id: 't-1', metadata: {} } },
  { definition: 'SubscribeToTaskRequest', document: { id: 't-1' } },
  { definition: 'TaskPushNotificationConfig', document: push10 },
  { definition: 'Message', document: message10 },
  { definition: 'Part', document: { text: 'x' } },
  { definition: 'Task', document: task10 },
  {
    definition: 'StreamResponse',
    document: { statusUpdate: { taskId: 't-1', contextId: 'c-1', status: status10, metadata: {} } },
  },
  {
    definition: 'TaskArtifactUpdateEvent',
    document: { taskId: 't-1', contextId: 'c-1', artifact: artifact10, append: true, lastChunk: false },
  },
  { definition: 'SendMessageResponse', document: { task: task10 } },
  {
    definition: 'AgentCard',
    document: {
      name: 'echo',
      description: 'repeats',
      version: '1',
      supportedInterfaces: [
        { url: 'https://agent.test/', protocolBinding: 'JSONRPC', protocolVersion: '1.0' },
      ],
      capabilities: { streaming: true, extendedAgentCard: false },
      defaultInputModes: ['text/plain'],
      defaultOutputModes: ['text/plain'],
      skills: [{ id: 's', name: 'echo', description: 'repeats', tags: ['echo'] }],
      securitySchemes: { key: { apiKeySecurityScheme: { location: 'header', name: 'x-key' } } },
    },
  },
];

const extended: Exemplar = {
  definition: 'GetAuthenticatedExtendedCardRequest',
  document: { ...rpc, method: 'agent/getAuthenticatedExtendedCard' },
};

/** The exemplars of each version; every one is valid, and a test says so. */
export const EXEMPLARS: Readonly<Record<Version, readonly Exemplar[]>> = {
  '0.2': json,
  '0.3': [...json, extended],
  '1.0': protobuf,
};
