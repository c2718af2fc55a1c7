import type { Json, JsonObject } from './request.ts';
import { withMessage } from './request.ts';

/** The request with its own id and those of its message and context changed, where they are texts. */
export function withIds(request: JsonObject, change: (id: string) => string): JsonObject {
  const changed = (id: Json | undefined) => (typeof id === 'string' ? change(id) : id);
  const own = has(request, 'id') ? { ...request, id: changed(request.id) } : request;
  return withMessage(own, ({ messageId, contextId, ...message }) => ({
    ...message,
    messageId: changed(messageId),
    contextId: changed(contextId),
  }));
}

function has(request: JsonObject, name: string): boolean {
  return Object.hasOwn(request, name);
}
