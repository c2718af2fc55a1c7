import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cacheFolder } from '../support/cache-folder.ts';
import { CACHE_FILE, CACHE_FOLDER } from '../support/own-files.ts';
import { inProject } from '../support/paths.ts';
import { type ParsedSidecar, parseSidecar, type Sidecar } from './sidecar.ts';

/**
 * Reads sidecars and remembers the sound ones from run to run, because to parse and to check them all takes longer than
 * everything else before the first request. A text is known by its hash, among those read by the same code.
 */
export interface SidecarMemory {
  readonly parse: typeof parseSidecar;
  /** Keeps what was read since the memory was opened, if any of it is new. */
  keep(): void;
}

/** What decides how a text is read: another content of any of these is another memory. */
const READERS = [
  'harness/corpus/sidecar.ts',
  'harness/corpus/yaml-text.ts',
  'corpus/schemas/sidecar.schema.json',
  'node_modules/ajv/package.json',
  'node_modules/yaml/package.json',
] as const;

/** Opens the memory in a file; one that is missing, damaged or of other readers is empty. */
export function openSidecarMemory(file = join(cacheFolder(''), 'sidecars.json')): SidecarMemory {
  const readers = digest(...READERS.map((path) => readFileSync(inProject(path))));
  const known = recall(file, readers);
  const seen: Record<string, Sidecar> = {};
  let isNew = false;
  const parse = (text: string, name: string): ParsedSidecar => {
    const key = digest(text);
    const before = known[key];
    const parsed = before ? { sidecar: before } : parseSidecar(text, name);
    if ('problems' in parsed || !(before || survivesJson(parsed.sidecar))) return parsed;
    seen[key] = parsed.sidecar;
    isNew ||= !before;
    return parsed;
  };
  return {
    parse,
    keep: () => (isNew ? keepIfPossible(file, JSON.stringify({ readers, sidecars: seen })) : undefined),
  };
}

function recall(file: string, readers: string): Readonly<Record<string, Sidecar>> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return (kept.readers === readers && kept.sidecars) || {};
  } catch {
    return {};
  }
}

/** YAML can say what JSON cannot, such as `.nan`. */
function survivesJson(sidecar: Sidecar): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(sidecar)), sidecar);
}

/** Whole or not at all; where nothing can be written, the next run reads them again. */
function keepIfPossible(file: string, content: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: CACHE_FOLDER });
    writeFileSync(`${file}.${process.pid}`, content, { mode: CACHE_FILE });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    return;
  }
}

function digest(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0`).update(text);
  return hash.digest('base64');
}
