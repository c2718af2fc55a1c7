import type { SourceFile } from '../support/source-file.ts';
import type { WireField } from './settings.ts';

/** A value of an enum in a recorded exchange. */
export interface WireValue {
  readonly enum: string;
  readonly value: string;
  readonly file: SourceFile;
  readonly offset: number;
  /** Method and URL of the exchange. */
  readonly exchange: string;
}

export interface WireReading {
  readonly values: readonly WireValue[];
  readonly exchanges: number;
  /** Recordings that are no JSON, by path. */
  readonly unreadable: readonly string[];
}

/** Collects what the exchanges in `recordings` show of each field. */
export function readWire(recordings: readonly SourceFile[], fields: readonly WireField[]): WireReading {
  const values: WireValue[] = [];
  const unreadable: string[] = [];
  let exchanges = 0;
  for (const file of recordings) {
    const documents = documentsOf(file);
    if (!documents) unreadable.push(file.path);
    for (const { offset, value } of documents ?? []) {
      for (const exchange of exchangesIn(value)) {
        exchanges += 1;
        for (const field of fields) values.push(...fieldValues(exchange, field, file, offset));
      }
    }
  }
  return { values, exchanges, unreadable };
}

interface Document {
  readonly offset: number;
  readonly value: unknown;
}

/** One JSON document, or one per line. */
function documentsOf(file: SourceFile): readonly Document[] | undefined {
  const whole = tryJson(file.text);
  if (whole !== undefined) return [{ offset: 0, value: whole }];
  const documents: Document[] = [];
  let offset = 0;
  for (const line of file.text.split('\n')) {
    const value = line.trim() === '' ? undefined : tryJson(line);
    if (value === undefined && line.trim() !== '') return undefined;
    if (value !== undefined) documents.push({ offset, value });
    offset += line.length + 1;
  }
  return documents;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

function exchangesIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(exchangesIn);
  if (!isJson(value)) return [];
  return isJson(value.request) ? [value] : Object.values(value).flatMap(exchangesIn);
}

function fieldValues(
  exchange: Json,
  field: WireField,
  file: SourceFile,
  offset: number,
): readonly WireValue[] {
  const request = isJson(exchange.request) ? exchange.request : {};
  const url = String(request.url ?? '');
  if (field.url !== undefined && !new RegExp(field.url).test(url)) return [];
  const body = bodyOf(exchange[field.side]);
  const label = `${String(request.method ?? '')} ${url}`.trim();
  return at(body, field.path.split('.')).flatMap((value) =>
    typeof value === 'string'
      ? [
          {
            enum: field.enum,
            value,
            file,
            offset: offset + placeOf(file.text, offset, value),
            exchange: label,
          },
        ]
      : [],
  );
}

/** The line of the exchange, and within it the value where it can be spelled out. */
function placeOf(text: string, offset: number, value: string): number {
  const found = text.indexOf(`"${value}`, offset);
  const escaped = text.indexOf(`\\"${value}\\"`, offset);
  const line = text.indexOf('\n', offset);
  const end = offset === 0 || line === -1 ? text.length : line;
  const best = [found, escaped].filter((each) => each !== -1 && each < end).sort((a, b) => a - b)[0];
  return best === undefined ? 0 : best - offset;
}

function bodyOf(message: unknown): unknown {
  const body = isJson(message) ? message.body : undefined;
  if (typeof body === 'string') return tryJson(body);
  if (!isJson(body)) return body;
  return typeof body.content === 'string' && body.encoding === 'utf8' ? tryJson(body.content) : body;
}

function at(value: unknown, path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  const children = Array.isArray(value) ? value : isJson(value) ? Object.values(value) : [];
  if (step === '*') return children.flatMap((child) => at(child, rest));
  if (step === '**') return [...at(value, rest), ...children.flatMap((child) => at(child, path))];
  return isJson(value) && Object.hasOwn(value, step) ? at(value[step], rest) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
