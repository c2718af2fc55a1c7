import { readFileSync } from 'node:fs';
import type { Entry } from '../../harness/corpus/entry.ts';
import { loadCorpus } from '../../harness/corpus/index.ts';
import { examplesOf } from './examples.ts';
import { EXEMPLARS, type Exemplar } from './exemplars.ts';
import { type Mutant, manyMutants, singleMutants } from './mutate.ts';
import { readMethods, readOurs } from './ours.ts';
import { type Judges, VERSIONS, type Version } from './versions.ts';

/** One document that both schemas are asked about, as one definition of one version. */
export interface Subject {
  /** Where it comes from: a payload file or an exemplar. */
  readonly origin: string;
  /** What was changed in it; empty for the original. */
  readonly change: string;
  readonly version: Version;
  readonly definition: string;
  readonly document: unknown;
}

/** Everything to compare: each corpus payload that is JSON, each exemplar, generated examples, and their mutants. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Payloads that were read as JSON, and those that are none. */
  readonly payloads: number;
  readonly notJson: number;
  /** Faults of the corpus itself; what they concern was not compared. */
  readonly faults: number;
}

/** Collects the subjects of a corpus folder and of each definition that both sides have; the same seed gives the same subjects. */
export async function collectSubjects(folder: string, seed: number, official: Judges): Promise<Subjects> {
  const { entries, problems } = await loadCorpus(folder);
  const payloads = readPayloads(entries);
  const readable = payloads.flatMap((payload) =>
    payload.parsed ? [{ ...payload, parsed: payload.parsed }] : [],
  );
  const fromCorpus = readable.flatMap(({ origin, shelf, parsed }) => {
    const mutants = shelf === 'valid' ? mutantsOf(parsed.document, seed) : [];
    return [{ change: '', document: parsed.document }, ...mutants].flatMap((one) =>
      requestSubjects(origin, one),
    );
  });
  return {
    subjects: [...fromCorpus, ...exemplarSubjects(seed, official)],
    payloads: readable.length,
    notJson: payloads.length - readable.length,
    faults: problems.length,
  };
}

interface Payload {
  readonly origin: string;
  readonly shelf: string;
  readonly parsed: { readonly document: unknown } | undefined;
}

function readPayloads(entries: readonly Entry[]): readonly Payload[] {
  return entries.flatMap(({ shelf, steps }) =>
    steps.map(({ payload, payloadFile }) => ({
      origin: `${shelf}/${payload}`,
      shelf,
      parsed: parse(readFileSync(payloadFile)),
    })),
  );
}

function parse(bytes: Uint8Array): Payload['parsed'] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { document: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const RANDOM_MUTANTS = 40;

function mutantsOf(document: unknown, seed: number): readonly Mutant[] {
  return [...singleMutants(document), ...manyMutants(document, RANDOM_MUTANTS, seed)];
}

const METHODS = readMethods();

/** A request is compared whole, and its message once more by itself; 1.0 has schemas for `params` only. */
function requestSubjects(origin: string, { change, document }: Mutant): Subject[] {
  const { method, params } = members(document);
  const { message } = members(params);
  const subject = (version: Version, definition: string, part: unknown): Subject => ({
    ...{ origin, change, version, definition, document: part },
  });
  const known10 = typeof method === 'string' ? PARAMS[method] : undefined;
  if (known10) {
    const whole = subject('1.0', known10, params ?? {});
    return message === undefined ? [whole] : [whole, subject('1.0', 'Message', message)];
  }
  return (['0.2', '0.3'] as const).flatMap((version) => {
    const definition = typeof method === 'string' ? METHODS[version][method] : undefined;
    const whole = subject(version, definition ?? 'A2ARequest', document);
    return message === undefined ? [whole] : [whole, subject(version, 'Message', message)];
  });
}

const PARAMS = paramsByMethod();

function paramsByMethod(): Readonly<Record<string, string>> {
  const { definitions } = readOurs('1.0');
  const entries = Object.entries(METHODS['1.0']).map(([method, call]) => {
    const reference = definitions[call]?.properties?.params?.$ref ?? '';
    return [method, reference.replace('#/definitions/', '')];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function exemplarSubjects(seed: number, official: Judges): Subject[] {
  return VERSIONS.flatMap((version) => {
    const shared = examplesOf(readOurs(version).definitions).filter(({ definition }) =>
      official[version].definitions.has(definition),
    );
    return [
      ...EXEMPLARS[version].flatMap((one) =>
        subjectsOf('exemplar', version, one, mutantsOf(one.document, seed)),
      ),
      ...shared.flatMap((one) => subjectsOf('example', version, one, ownMutants(one, shared))),
    ];
  });
}

/** What lies deeper belongs to another definition, whose own examples are changed there. */
function ownMutants(example: Exemplar, all: readonly Exemplar[]): readonly Mutant[] {
  const first = all.find(({ definition }) => definition === example.definition);
  return singleMutants(example.document, first === example ? 2 : 1);
}

function subjectsOf(
  kind: string,
  version: Version,
  { definition, document }: Exemplar,
  mutants: readonly Mutant[],
): Subject[] {
  const all = [{ change: '', document }, ...mutants];
  return all.map((mutant) => ({ origin: `${kind} ${definition}`, ...mutant, version, definition }));
}

function members(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {};
}
