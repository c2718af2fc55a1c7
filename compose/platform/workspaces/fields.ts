import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf, verbatimText } from '../json.ts';

const NAME_BYTES = 255;
const ROLE_BYTES = 1000;
const SHORT_BYTES = 100;
const FORBIDDEN = /[{}[\]|>*&!\r\n]/;

/** The members of a body, read by their types. One that is absent or null is undefined, and so is one of a wrong type. */
export interface Fields {
  text(key: string): string | undefined;
  integer(key: string): number | undefined;
  number(key: string): number | undefined;
  flag(key: string): boolean | undefined;
  object(key: string): JsonObject | undefined;
  /** False once a member of a wrong type was read. */
  sound(): boolean;
}

/** Reads members and remembers whether one had a wrong type, so that the whole body can be refused at once. */
export function readFields(body: JsonObject): Fields {
  let sound = true;
  const read = <T>(key: string, as: (value: Json) => T | undefined): T | undefined => {
    const value = body[key];
    if (value === undefined || value === null) return undefined;
    const result = as(value);
    if (result === undefined) sound = false;
    return result;
  };
  return {
    text: (key) => read(key, textOf),
    integer: (key) => read(key, integerOf),
    number: (key) => read(key, numberOf),
    flag: (key) => read(key, (value) => (typeof value === 'boolean' ? value : undefined)),
    object: (key) => read(key, (value) => (isObject(value) ? value : undefined)),
    sound: () => sound,
  };
}

/** A string, undefined for any other value. */
export function textOf(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A whole number that is written as one (`1.0` is not), undefined for any other value. */
export function integerOf(value: Json): number | undefined {
  const text = typeof value === 'number' ? String(value) : verbatimText(value);
  const number = /^-?\d+$/.test(text ?? '') ? Number(text) : undefined;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The length and character rules of F.2, undefined when all hold. */
export function checkFields(name: string, role: string, model: string, runtime: string): Refusal | undefined {
  const sound =
    plain(name, NAME_BYTES) && plain(role, ROLE_BYTES) && isShortLine(model) && isShortLine(runtime);
  return sound ? undefined : refuse(400, 'invalid workspace fields');
}

/** True when a name or role keeps its rules. */
export const plain = seam('platform.plain', isPlain);

function isPlain(value: string, maxBytes: number): boolean {
  return Buffer.byteLength(value) <= maxBytes && !FORBIDDEN.test(value);
}

/** True when a model or runtime keeps its rules. */
export function isShortLine(value: string): boolean {
  return Buffer.byteLength(value) <= SHORT_BYTES && !/[\r\n]/.test(value);
}
