import { seam } from '../../seam.ts';
import { jsonSlices } from '../json-slices.ts';
import { CODES, type Protocol, RpcError } from './protocol.ts';

/** A well-formed JSON-RPC call. */
export interface Envelope {
  readonly method: string;
  readonly params: unknown;
}

/** The envelope of a document, or an error -32600; replaceable as a whole. */
export const envelopeOf = seam('runtime.envelope', envelopeImpl);

/** The raw text of the request's `id`, as the reply repeats it. */
export const echoedId = seam('runtime.echoId', (rawId: string): string => rawId);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes as text and as JSON; invalid UTF-8, a byte order mark and broken JSON are error -32700, status 400. */
export function parseBody(body: Buffer): { readonly text: string; readonly document: unknown } {
  try {
    const text = UTF8.decode(body);
    return { text, document: JSON.parse(text) };
  } catch (error) {
    const data = { reason: (error as Error).message };
    throw new RpcError(CODES.parse, 'Parse error: the body is not JSON in UTF-8', { data, httpStatus: 400 });
  }
}

/** The id's own text when it is a legal one (a string or an integer), else `null` as text. */
export function rawIdOf(text: string, document: unknown): string {
  const id = (document as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' && !Number.isInteger(id)) return 'null';
  return jsonSlices(text).get('id') ?? 'null';
}

/** The protocol that the caller asked for by header or query; an unknown one is error -32009. */
export function protocolOf(header: string | undefined, query: string | null): Protocol {
  const asked = (header ?? query ?? '').trim();
  if (asked === '' || asked === '0.3') return '0.3';
  if (asked === '1.0') return '1.0';
  throw new RpcError(CODES.version, `A2A version ${asked} is not supported`, {
    data: { supported: ['0.3', '1.0'] },
  });
}

function envelopeImpl(document: unknown): Envelope {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new RpcError(CODES.invalidRequest, 'Invalid request: one JSON-RPC object is wanted');
  }
  const { jsonrpc, id, method, params } = document as Record<string, unknown>;
  if (jsonrpc !== '2.0') throw new RpcError(CODES.invalidRequest, 'Invalid request: jsonrpc must be "2.0"');
  if (typeof id !== 'string' && !Number.isInteger(id)) {
    throw new RpcError(CODES.invalidRequest, 'Invalid request: id must be a string or an integer');
  }
  if (typeof method !== 'string')
    throw new RpcError(CODES.invalidRequest, 'Invalid request: method must be a string');
  return { method, params };
}
