import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import type { CanaryDocument, TurnDocument } from '../shape.ts';
import { importCanaries, isPartial } from './import.ts';
import type { Domain } from './rasa/domain.ts';
import { parseSource, pathInWords } from './source.ts';

/** What becomes of a document. */
export function read(document: unknown, domain?: Domain) {
  const source = parseSource('/there/file.yaml', stringify(document));
  return importCanaries(source, undefined, domain ? { domain } : {});
}

/** The turns of the first canary. */
export function turnsOf(document: unknown, domain?: Domain): readonly TurnDocument[] {
  const [first] = read(document, domain).conversations;
  const canary = parse(first?.draft?.body ?? '') as CanaryDocument | null;
  return (canary?.turns ?? []) as readonly TurnDocument[];
}

/** What a document of one conversation was refused for. */
export function refusalOf(document: unknown, domain?: Domain): string {
  const imported = read(document, domain);
  expect(imported.conversations.flatMap(({ draft }) => draft ?? [])).toEqual([]);
  expect(isPartial(imported)).toBe(true);
  return imported.conversations
    .flatMap(({ remarks }) => remarks)
    .filter(({ kind }) => kind === 'refused')
    .map(({ path, why }) => `${pathInWords(path)}: ${why}`)
    .join('\n');
}

/** What was left out of a document whose conversation was written. */
export function lackOf(document: unknown, domain?: Domain): string {
  const imported = read(document, domain);
  expect(imported.conversations.every(({ draft }) => draft !== undefined)).toBe(true);
  expect(isPartial(imported)).toBe(true);
  return [...imported.remarks, ...imported.conversations.flatMap(({ remarks }) => remarks)]
    .filter(({ kind }) => kind === 'left-out')
    .map(({ path, why }) => `${pathInWords(path)}: ${why}`)
    .join('\n');
}
