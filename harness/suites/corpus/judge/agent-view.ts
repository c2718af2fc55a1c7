import type { RuntimeId } from '../../../corpus/entry.ts';
import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { documentOf } from '../../../wire/document/parse.ts';
import { pointerSteps, readablePath, valueAt } from '../../../wire/document/pointer.ts';
import { inline } from '../../../wire/document/print.ts';
import type { Handed } from '../../../wire/exchange.ts';
import { sameData } from './same-parts.ts';

/** A field that a request may have beside what every agent reads of a message, and who lets agent code see it. */
export interface ViewedField {
  /** A JSON pointer into the request; `*` is every item of a list. */
  readonly sent: string;
  /** Where agent code has it: in the message as the line makes it, or in what the line says of the request. */
  readonly seen: { readonly in: 'raw' | 'request'; readonly at: string };
  /** Lines whose agent code never sees it, and why. */
  readonly ignoredBy?: Partial<Readonly<Record<RuntimeId, string>>>;
}

const MESSAGE_ALONE = 'the request context of this SDK has the message and no request';
const UNKNOWN_LOST = 'protobuf has no place for members that it does not know';
const HEEDED = 'the line itself waits for the end, or does not, and tells its agent nothing';

const NOT_IN_0X = { '0.2': MESSAGE_ALONE, '0.3': MESSAGE_ALONE } as const;

/** Everything that entries send beyond role, ids, metadata and the contents of parts. */
export const VIEWED_FIELDS: readonly ViewedField[] = [
  inRequest('/metadata', NOT_IN_0X),
  inRequest('/configuration/acceptedOutputModes', NOT_IN_0X),
  inRequest('/configuration/historyLength', NOT_IN_0X),
  inRequest('/configuration/returnImmediately', NOT_IN_0X),
  inRequest('/configuration/blocking', { ...NOT_IN_0X, '1.x': HEEDED }),
  inRequest('/configuration/futureField', { ...NOT_IN_0X, '1.x': UNKNOWN_LOST }),
  inRequest('/futureField', { ...NOT_IN_0X, '1.x': UNKNOWN_LOST }),
  inMessage('/extensions'),
  inMessage('/referenceTaskIds'),
  inMessage('/futureField', { '1.x': UNKNOWN_LOST }),
  inMessage('/parts/*/metadata'),
  inMessage('/parts/*/mediaType'),
  inMessage('/parts/*/futureField', { '1.x': UNKNOWN_LOST }),
];

function inRequest(at: string, ignoredBy: ViewedField['ignoredBy'] = {}): ViewedField {
  return { sent: `/params${at}`, seen: { in: 'request', at }, ignoredBy };
}

function inMessage(at: string, ignoredBy: ViewedField['ignoredBy'] = {}): ViewedField {
  return { sent: `/params/message${at}`, seen: { in: 'raw', at }, ignoredBy };
}

/** Where agent code does not see a field that the runtime received, though its line shows it. */
export function viewFindings(
  clause: string,
  runtime: RuntimeId,
  received: unknown,
  handed: Handed,
): readonly Finding[] {
  const shown = VIEWED_FIELDS.filter(({ ignoredBy }) => ignoredBy?.[runtime] === undefined);
  return shown.flatMap(({ sent, seen }) =>
    placesOf(received, sent).flatMap((place) => {
      const due = valueAt(received, place);
      const at = place.slice(sent.length - seen.at.length);
      const read = valueAt(handed[seen.in], at);
      if (sameData(due, read)) return [];
      const words = nodesApart(documentOf(due), read === undefined ? undefined : documentOf(read));
      const name = readablePath(pointerSteps(place).map(stepOf));
      return [
        {
          clause,
          expected: [`agent code sees ${name} ${words.expected}`],
          actual: `agent code saw ${name} ${words.actual}`,
        },
      ];
    }),
  );
}

/** What a line hands on as it came or not at all: it makes none of it by itself, nor out of something else. */
const NEVER_MADE: ReadonlySet<string> = new Set([
  '/params/metadata',
  '/params/message/extensions',
  '/params/message/referenceTaskIds',
  '/params/message/parts/*/metadata',
]);

/** Where agent code sees something that nobody sent: it is of another message, or made up. */
export function surplusFindings(clause: string, received: unknown, handed: Handed): readonly Finding[] {
  const asked = VIEWED_FIELDS.filter(({ sent }) => NEVER_MADE.has(sent));
  return asked.flatMap(({ sent, seen }) =>
    placesOf(handed[seen.in], seen.at).flatMap((at) => {
      const place = `${sent.slice(0, -seen.at.length)}${at}`;
      const read = valueAt(handed[seen.in], at);
      const due = valueAt(received, place) ?? null;
      if (due !== null || isEmpty(read)) return [];
      const name = readablePath(pointerSteps(place).map(stepOf));
      const actual = `agent code saw ${name} ${inline(documentOf(read))}, which nobody sent`;
      return [{ clause, expected: [`agent code sees no ${name}`], actual }];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return (value ?? null) === null || (typeof value === 'object' && Object.keys(Object(value)).length === 0);
}

/** The places in a document that a pointer with `*` leads to, as far as something is there. */
function placesOf(root: unknown, pointer: string): readonly string[] {
  const [before = '', ...rest] = pointer.split('/*');
  const value = valueAt(root, before);
  if (rest.length === 0) return value === undefined || value === null ? [] : [before];
  if (!Array.isArray(value)) return [];
  return value.flatMap((_item, index) => placesOf(root, `${before}/${index}${rest.join('/*')}`));
}

function stepOf(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}
