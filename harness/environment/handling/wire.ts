import { AssayError, EnvironmentError, HarnessError } from '../../support/errors.ts';
import {
  ACTIONS,
  CUT_WAYS,
  type HandlingEntry,
  KILL_SIGNALS,
  type Order,
  type ServiceStatus,
} from './actions.ts';

/** An error on its way between two processes. */
interface Trouble {
  readonly kind: 'refused' | 'failed';
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly fix?: string;
}

/** What an owner answers. */
export type Answer =
  | { readonly entry: HandlingEntry }
  | { readonly services: readonly ServiceStatus[] }
  | { readonly trouble: Trouble };

/** The answer for an error. */
export function troubleOf(error: unknown): Answer {
  const kind = error instanceof HarnessError ? 'refused' : 'failed';
  if (!(error instanceof AssayError))
    return { trouble: { kind, code: 'UNEXPECTED', message: String(error), details: [] } };
  const { code, message, details, fix } = error;
  return { trouble: { kind, code, message, details, ...(fix !== undefined && { fix }) } };
}

/** The error for an answer: `HarnessError` for what was refused, `EnvironmentError` for what failed. */
export function errorOf({ kind, ...problem }: Trouble): AssayError {
  return kind === 'refused' ? new HarnessError(problem) : new EnvironmentError(problem);
}

/** Reads an order that came over the wire. Throws `HarnessError` for anything else. */
export function readOrder(text: string): Order {
  const order = parse(text) as Partial<Record<keyof Order | 'signal' | 'way' | 'env', unknown>> | null;
  const { service, by, deadlineMs, action, signal, way, env } = order ?? {};
  const valid =
    typeof service === 'string' &&
    typeof by === 'string' &&
    typeof deadlineMs === 'number' &&
    isOneOf(ACTIONS, action) &&
    (action !== 'kill' || isOneOf(KILL_SIGNALS, signal)) &&
    (action !== 'cut' || way === undefined || isOneOf(CUT_WAYS, way)) &&
    (env === undefined || (action === 'restart' && Object.values(Object(env)).every(isText)));
  if (valid) return order as Order;
  throw new HarnessError({
    code: 'NOT_AN_ORDER',
    message: `This is no order for a service: ${text.slice(0, 500)}`,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isOneOf<T>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value);
}
