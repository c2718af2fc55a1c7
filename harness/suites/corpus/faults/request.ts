/** A JSON object of unknown content. */
export type Fields = Readonly<Record<string, unknown>>;

/** Any value as an object whose members may be looked at; what is no object has none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The request with its message changed; one that has no message stays as it is. */
export function withMessage(request: unknown, change: (message: Fields) => unknown): unknown {
  const params = fieldsOf(fieldsOf(request).params);
  if (!isFields(params.message)) return request;
  return { ...fieldsOf(request), params: { ...params, message: change(params.message) } };
}

/** The request with each part of its message changed. */
export function withParts(request: unknown, change: (parts: readonly unknown[]) => unknown): unknown {
  return withMessage(request, (message) =>
    Array.isArray(message.parts) ? { ...message, parts: change(message.parts) } : message,
  );
}

/** The request with the text of each text part changed. */
export function withTexts(request: unknown, change: (text: string) => string): unknown {
  return withParts(request, (parts) =>
    parts.map((part) => {
      const { text } = fieldsOf(part);
      return typeof text === 'string' ? { ...fieldsOf(part), text: change(text) } : part;
    }),
  );
}

/**
 * The bytes of a JSON document, changed, and filled up with spaces to the length that the request's headers announce.
 * Bytes that are no JSON, or in which nothing changes, stay as they are.
 */
export function withDocument(body: Buffer, change: (document: unknown) => unknown): Buffer {
  try {
    const document: unknown = JSON.parse(body.toString());
    const changed = Buffer.from(JSON.stringify(change(document)));
    if (changed.toString() === JSON.stringify(document)) return body;
    return Buffer.concat([changed, Buffer.alloc(Math.max(0, body.length - changed.length), ' ')]);
  } catch {
    return body;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
