import { type Json, type JsonObject, verbatimText } from './json.ts';

interface Level {
  readonly container: JsonObject | readonly Json[];
  readonly keys: readonly string[] | undefined;
  index: number;
}

/** Writes `value` compactly with sorted keys and HTML-safe strings; members that are undefined are left out. */
export function jsonText(value: Json): string {
  const pieces: string[] = [];
  const levels: Level[] = [];
  write(value, pieces, levels);
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    if (level.index >= (level.keys ?? (level.container as readonly Json[])).length) {
      pieces.push(level.keys ? '}' : ']');
      levels.pop();
    } else writeMember(level, pieces, levels);
  }
  return pieces.join('');
}

function writeMember(level: Level, pieces: string[], levels: Level[]): void {
  if (level.index > 0) pieces.push(',');
  const index = level.index++;
  const key = level.keys?.[index];
  if (key !== undefined) pieces.push(quote(key), ':');
  const { container } = level;
  const value = key === undefined ? (container as readonly Json[])[index] : (container as JsonObject)[key];
  write(value ?? null, pieces, levels);
}

function write(value: Json, pieces: string[], levels: Level[]): void {
  if (typeof value === 'string') pieces.push(quote(value));
  else if (typeof value !== 'object' || value === null) pieces.push(String(value));
  else pieces.push(verbatimText(value) ?? open(value as JsonObject | readonly Json[], levels));
}

function open(container: JsonObject | readonly Json[], levels: Level[]): string {
  const list = Array.isArray(container);
  levels.push({ container, keys: list ? undefined : sortedKeys(container as JsonObject), index: 0 });
  return list ? '[' : '{';
}

function sortedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  const astral = keys.some((key) => /[\ud800-\uffff]/.test(key));
  return astral ? keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : keys.sort();
}

function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return /[<>&\u2028\u2029]/.test(quoted) ? quoted.replace(/[<>&\u2028\u2029]/g, escaped) : quoted;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
