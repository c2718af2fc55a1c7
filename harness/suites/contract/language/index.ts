/** What files of cases import: how a case is written, and the matchers that documents may hold. */
export { any, eachLike, gt, gte, int, like, notNull, oneOf, regex, string, uuid } from 'pactum-matchers';
export type { Answer, Received, ScriptedAgent } from '../agents/answer.ts';
export { agentMessage } from '../agents/answer.ts';
export { before, type Conditions, type ContractCase, one, rows, since } from './contract-case.ts';
export type { Listener, PlatformEvent, Refused } from './events.ts';
export { type Asking, message, type Workspace } from './platform.ts';
export { memberAt, type Reply } from './reply.ts';
export type { Tools } from './tools.ts';
