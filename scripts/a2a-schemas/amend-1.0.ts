import { withProperty } from './amend-0x.ts';
import { call, failure, success } from './envelopes.ts';
import { anyOf, type Definitions, object, ref, type Schema } from './schema.ts';

/**
 * What the type declarations of the 1.x SDK cannot say: which fields the protocol definition marks REQUIRED,
 * how protobuf writes bytes, numbers and times in JSON, and the JSON-RPC envelopes around the messages.
 */
export function amend10(translated: Definitions): Definitions {
  const messages = Object.entries(translated).filter(([name]) => !name.endsWith('Entry'));
  return {
    ...Object.fromEntries(messages.map(([name, schema]) => [name, amendMessage(name, schema)])),
    ...wellKnown,
    ...calls,
    ...responses,
    A2ARequest: anyOf(Object.keys(calls).map(ref)),
  };
}

/** Fields marked REQUIRED, per message; `parts` must not be empty either. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  AgentCard: [
    'name',
    'description',
    'supportedInterfaces',
    'version',
    'capabilities',
    'defaultInputModes',
    'defaultOutputModes',
    'skills',
  ],
  AgentCardSignature: ['protected', 'signature'],
  AgentInterface: ['url', 'protocolBinding', 'protocolVersion'],
  AgentProvider: ['url', 'organization'],
  AgentSkill: ['id', 'name', 'description', 'tags'],
  APIKeySecurityScheme: ['location', 'name'],
  Artifact: ['artifactId', 'parts'],
  AuthenticationInfo: ['scheme'],
  AuthorizationCodeOAuthFlow: ['authorizationUrl', 'tokenUrl', 'scopes'],
  CancelTaskRequest: ['id'],
  ClientCredentialsOAuthFlow: ['tokenUrl', 'scopes'],
  DeleteTaskPushNotificationConfigRequest: ['taskId', 'id'],
  DeviceCodeOAuthFlow: ['deviceAuthorizationUrl', 'tokenUrl', 'scopes'],
  GetTaskPushNotificationConfigRequest: ['taskId', 'id'],
  GetTaskRequest: ['id'],
  HTTPAuthSecurityScheme: ['scheme'],
  ListTaskPushNotificationConfigsRequest: ['taskId'],
  ListTasksResponse: ['tasks', 'nextPageToken', 'pageSize', 'totalSize'],
  Message: ['messageId', 'role', 'parts'],
  OAuth2SecurityScheme: ['flows'],
  OpenIdConnectSecurityScheme: ['openIdConnectUrl'],
  SendMessageRequest: ['message'],
  SubscribeToTaskRequest: ['id'],
  Task: ['id', 'status'],
  TaskArtifactUpdateEvent: ['taskId', 'contextId', 'artifact'],
  TaskPushNotificationConfig: ['url'],
  TaskStatus: ['state'],
  TaskStatusUpdateEvent: ['taskId', 'contextId', 'status'],
};

const TIMES: Readonly<Record<string, string>> = {
  TaskStatus: 'timestamp',
  ListTasksRequest: 'statusTimestampAfter',
};

function amendMessage(name: string, schema: Schema): Schema {
  const required = REQUIRED[name];
  const time = TIMES[name];
  const timed = time ? withProperty(schema, time, ref('Timestamp')) : schema;
  const filled = required?.includes('parts') ? withProperty(timed, 'parts', PARTS) : timed;
  return required ? { ...filled, required: [...required] } : filled;
}

const PARTS: Schema = { type: 'array', items: ref('Part'), minItems: 1 };

/** JSON forms of protobuf's scalar and well-known types. */
const wellKnown: Definitions = {
  Int32: {
    anyOf: [
      { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
      { type: 'string', pattern: '^-?[0-9]+$' },
    ],
  },
  Bytes: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' },
  Timestamp: {
    type: 'string',
    pattern: `^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$`,
  },
};

/** Requests as they travel: the method, and the message that is its `params`. */
const calls: Definitions = {
  SendMessageCall: call('SendMessage', ref('SendMessageRequest')),
  SendStreamingMessageCall: call('SendStreamingMessage', ref('SendMessageRequest')),
  GetTaskCall: call('GetTask', ref('GetTaskRequest')),
  ListTasksCall: call('ListTasks', ref('ListTasksRequest'), 'optional'),
  CancelTaskCall: call('CancelTask', ref('CancelTaskRequest')),
  SubscribeToTaskCall: call('SubscribeToTask', ref('SubscribeToTaskRequest')),
  CreateTaskPushNotificationConfigCall: call(
    'CreateTaskPushNotificationConfig',
    ref('TaskPushNotificationConfig'),
  ),
  GetTaskPushNotificationConfigCall: call(
    'GetTaskPushNotificationConfig',
    ref('GetTaskPushNotificationConfigRequest'),
  ),
  ListTaskPushNotificationConfigsCall: call(
    'ListTaskPushNotificationConfigs',
    ref('ListTaskPushNotificationConfigsRequest'),
  ),
  DeleteTaskPushNotificationConfigCall: call(
    'DeleteTaskPushNotificationConfig',
    ref('DeleteTaskPushNotificationConfigRequest'),
  ),
  GetExtendedAgentCardCall: call('GetExtendedAgentCard', ref('GetExtendedAgentCardRequest'), 'optional'),
};

const responses: Definitions = {
  JSONRPCError: object({ code: { type: 'integer' }, message: { type: 'string' }, 'data?': {} }),
  JSONRPCErrorResponse: failure('JSONRPCError'),
  SendMessageSuccessResponse: success(ref('SendMessageResponse')),
  SendStreamingMessageSuccessResponse: success(ref('StreamResponse')),
  GetTaskSuccessResponse: success(ref('Task')),
  CancelTaskSuccessResponse: success(ref('Task')),
};
