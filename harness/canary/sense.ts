import { nearest } from '../support/nearest.ts';
import type { Canary, Turn } from './canary.ts';
import { turnsOf } from './canary.ts';
import { isKnownPlaceholder, nonceNamed, placeholdersIn } from './placeholders.ts';
import { wrong } from './problem.ts';

/**
 * Refuses a conversation that could not be judged: an expectation of a nonce that nobody has told the agent, a
 * placeholder that stands for nothing, a pattern that does not compile, a task that nobody has begun.
 */
export function checkSense(canary: Canary): void {
  const known = { told: new Set<string>(), captured: new Set<string>(), contexts: new Set<string>() };
  for (const item of canary.items) {
    if (item.kind === 'restart') continue;
    if (item.kind === 'cancel') {
      if (!beginsTask(canary, item.context))
        throw wrong(
          canary.file,
          `turns[${item.label}]`,
          'nothing is under way that could be cancelled',
          'Give the turn before it `begin: true`.',
        );
      continue;
    }
    const turns = item.kind === 'together' ? item.turns : [item];
    for (const turn of turns) learnTold(canary, turn, known);
    for (const turn of turns) checkTurn(canary, turn, known);
    for (const { capture, context } of turns) {
      for (const name of Object.keys(capture)) known.captured.add(name);
      known.contexts.add(context);
    }
  }
}

interface Known {
  readonly told: Set<string>;
  readonly captured: Set<string>;
  readonly contexts: Set<string>;
}

function beginsTask(canary: Canary, context: string): boolean {
  return turnsOf(canary).some((turn) => turn.context === context && turn.begins);
}

function learnTold(canary: Canary, { label, text, files }: Turn, { told, captured }: Known): void {
  for (const said of [text, ...files.flatMap((file) => [file.name, file.text])]) {
    for (const inside of placeholdersIn(said)) {
      checkPlaceholder(canary, label, inside, captured);
      const nonce = nonceNamed(inside);
      if (nonce !== undefined) told.add(nonce);
    }
  }
}

function checkTurn(canary: Canary, { label, continues, capture, expect }: Turn, known: Known): void {
  const where = `turns[${label}]`;
  const { contains, notContains, matches } = expect;
  for (const inside of [...contains, ...notContains, ...matches].flatMap(placeholdersIn)) {
    checkPlaceholder(canary, label, inside, known.captured);
    const nonce = nonceNamed(inside);
    if (nonce !== undefined && !known.told.has(nonce)) throw untold(canary, where, nonce, known.told);
  }
  for (const pattern of [...matches, ...Object.values(capture)]) checkPattern(canary, where, pattern);
  for (const [name, pattern] of Object.entries(capture)) {
    if (groupsOf(pattern) !== 1)
      throw wrong(
        canary.file,
        where,
        `\`capture.${name}\` has not exactly one group`,
        'Put what is to be captured, and nothing else, into round brackets.',
      );
  }
  if (continues !== undefined && !known.contexts.has(continues))
    throw wrong(
      canary.file,
      where,
      `no turn before it is in the context \`${continues}\``,
      didYouMean(continues, known.contexts),
    );
}

function checkPlaceholder(
  { file }: Canary,
  label: string,
  inside: string,
  captured: ReadonlySet<string>,
): void {
  const where = `turns[${label}]`;
  if (!isKnownPlaceholder(inside))
    throw wrong(
      file,
      where,
      `{{${inside}}} stands for nothing`,
      'There are {{nonce.<name>}}, {{captured.<name>}}, and {{n}} in a turn with `repeat`.',
    );
  const name = inside.startsWith('captured.') ? inside.slice('captured.'.length) : undefined;
  if (name !== undefined && !captured.has(name))
    throw wrong(file, where, `nothing was captured as \`${name}\` before it`, didYouMean(name, captured));
}

function untold({ file }: Canary, where: string, nonce: string, told: ReadonlySet<string>) {
  return wrong(
    file,
    where,
    `nobody has told the agent {{nonce.${nonce}}}, so what it is held to means nothing`,
    didYouMean(nonce, told),
  );
}

function checkPattern({ file }: Canary, where: string, pattern: string): void {
  try {
    RegExp(pattern.replaceAll(/\{\{[^{}]*\}\}/g, 'x'));
  } catch (error) {
    throw wrong(
      file,
      where,
      `${JSON.stringify(pattern)} is no regular expression (${(error as Error).message})`,
      'Correct it.',
    );
  }
}

/** A match of nothing has as many members as the pattern has groups. */
function groupsOf(pattern: string): number {
  return (RegExp(`${pattern.replaceAll(/\{\{[^{}]*\}\}/g, 'x')}|`).exec('')?.length ?? 1) - 1;
}

function didYouMean(name: string, known: ReadonlySet<string>): string {
  const all = [...known];
  const meant = nearest(name, all);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  return all.length === 0 ? 'There is none before it.' : `There are: ${all.join(', ')}.`;
}
