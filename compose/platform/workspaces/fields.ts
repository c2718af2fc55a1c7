import { type Answer, refusal } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';

const NAME_BYTES = 255;
const ROLE_BYTES = 1000;
const SHORT_BYTES = 100;
const FORBIDDEN = /[{}[\]|>*&!\r\n]/;

/** A member that is a string, undefined when it is absent or null; anything else is `invalid`. */
export function text(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new InvalidField(key);
  return value;
}

/** A member that is a whole number, undefined when it is absent or null. */
export function integer(body: JsonObject, key: string): number | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined || !Number.isSafeInteger(number)) throw new InvalidField(key);
  return number;
}

/** A coordinate of the canvas. */
export function coordinate(value: Json | undefined, key: string): number {
  const number = isObject(value) ? numberOf(value[key]) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : 0;
}

/** Thrown when a member has the wrong type; becomes the 400 of its route. */
export class InvalidField extends Error {
  override readonly name = 'InvalidField';
}

/** The length and character rules of F.2, undefined when all hold. */
export function checkFields(name: string, role: string, model: string, runtime: string): Answer | undefined {
  const sound =
    plain(name, NAME_BYTES) &&
    plain(role, ROLE_BYTES) &&
    oneLine(model, SHORT_BYTES) &&
    oneLine(runtime, SHORT_BYTES);
  return sound ? undefined : refusal(400, 'invalid workspace fields');
}

/** True when a name or role keeps its rules. */
export function plain(value: string, maxBytes: number): boolean {
  return Buffer.byteLength(value) <= maxBytes && !FORBIDDEN.test(value);
}

function oneLine(value: string, maxBytes: number): boolean {
  return Buffer.byteLength(value) <= maxBytes && !/[\r\n]/.test(value);
}
