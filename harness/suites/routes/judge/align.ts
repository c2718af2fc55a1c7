import { documentOf, type JsonNode, parseText } from '../../../wire/document/parse.ts';
import { writeDocument } from '../../../wire/document/write.ts';
import type { CaseRecord } from '../../corpus/case-record.ts';

/** What one route has of its own, put in the words of another: its nonce, and what earlier replies gave its sender. */
export interface Alignment {
  bytes(bytes: Buffer): Buffer;
  value(value: unknown): JsonNode;
}

type Sent = Pick<CaseRecord, 'nonce' | 'steps'>;

/** Puts what was sent by one route up to a step as if it had been sent by the other; all else stays to the byte. */
export function alignment(from: Sent, to: Sent, step: number): Alignment {
  const words = [[from.nonce, to.nonce] as const, ...capturedPairs(from, to, step)];
  const aligned = (text: string) =>
    words.reduce((done, [own, other]) => done.replaceAll(own, () => other), text);
  return {
    bytes: (bytes) => Buffer.from(aligned(bytes.toString('latin1')), 'latin1'),
    value: (value) => parseText(aligned(writeDocument(documentOf(value)))),
  };
}

/** Texts alone, as whole values: they stand in quotes wherever a later step says them. */
function capturedPairs(from: Sent, to: Sent, step: number): readonly (readonly [string, string])[] {
  return from.steps.slice(0, step).flatMap(({ captured }, index) =>
    Object.entries(captured).flatMap(([name, own]) => {
      const other = to.steps[index]?.captured[name];
      if (typeof own !== 'string' || typeof other !== 'string') return [];
      return [[inBytes(own), inBytes(other)] as const];
    }),
  );
}

/** As it stands in JSON, a character for each byte. */
function inBytes(text: string): string {
  return Buffer.from(JSON.stringify(text)).toString('latin1');
}
