import { expectationsOf } from '../expectation.ts';
import { captureNames, MAX_EXPANDED_BYTES, NONCE_PLACEHOLDER } from '../payload.ts';
import type { CorpusProblem } from '../problem.ts';
import type { EntryRule, Payload, Source } from '../source.ts';

const MAX_STORED_BYTES = 64 * 1024;

/** Payloads are small in the repository and bounded when filled. */
export const size: EntryRule = ({ payloads }) =>
  payloads.flatMap(({ file, stored, expanded }): readonly CorpusProblem[] => {
    const report = (message: string, fix: string) => [{ file, rule: 'size' as const, message, fix }];
    if (stored.length > MAX_STORED_BYTES)
      return report(
        `${stored.length} bytes stored, the limit is ${MAX_STORED_BYTES}`,
        'Use `fill` for what repeats.',
      );
    if (!expanded) return report(`grows beyond ${MAX_EXPANDED_BYTES} bytes`, 'Lower `times` of its fill.');
    return [];
  });

/** Every filler has its token in the payload, else the entry is smaller than it says. */
export const fill: EntryRule = ({ payloads }) =>
  payloads.flatMap(({ file, step, stored }) =>
    step.fill
      .filter(({ token }) => !stored.includes(token))
      .map(({ token }) => {
        const fix = 'Put it where the filler belongs, or take the filler out.';
        return { file, rule: 'fill', message: `token \`${token}\` of its filler is not in it`, fix };
      }),
  );

/** On every shelf but `malformed` a payload is one JSON object in UTF-8; what is not belongs on that shelf. */
export const parses: EntryRule = ({ entry, payloads }) => {
  if (entry.shelf === 'malformed') return [];
  return payloads
    .filter(({ expanded }) => expanded && !isJsonObject(expanded))
    .map(({ file }) => {
      const message = `is no JSON object in UTF-8, but stands on shelf ${entry.shelf}`;
      return {
        file,
        rule: 'parses',
        message,
        fix: 'Mend the payload, or move the entry to corpus/malformed.',
      };
    });
};

/** What is to be delivered carries the nonce, else its arrival proves nothing. */
export const nonce: EntryRule = ({ payloads }) =>
  payloads
    .filter(({ step }) => expectationsOf(step).some(({ outcome }) => outcome.startsWith('delivered')))
    .filter(({ expanded }) => expanded && !expanded.includes(NONCE_PLACEHOLDER))
    .map(({ file }) => {
      const fix = `Put ${NONCE_PLACEHOLDER} into one of its text parts.`;
      return { file, rule: 'nonce', message: 'is to be delivered and carries no nonce', fix };
    });

/** A session uses only what an earlier reply has given it. */
export const capture: EntryRule = (source) =>
  source.payloads.flatMap((payload, index) =>
    captureNames(payload.stored)
      .filter((name) => !capturedBefore(source, index, name))
      .map((name) => notCaptured(payload, name)),
  );

function capturedBefore({ entry }: Source, index: number, name: string): boolean {
  return entry.steps.slice(0, index).some((step) => Object.hasOwn(step.capture, name));
}

function notCaptured({ file }: Payload, name: string): CorpusProblem {
  const fix = `Add \`capture: { ${name}: /pointer/into/the/reply }\` to an earlier step.`;
  return { file, rule: 'capture', message: `uses {{${name}}}, which no earlier step captures`, fix };
}

function isJsonObject(bytes: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
