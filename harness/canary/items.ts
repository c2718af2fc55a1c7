import type { Canary, Expect, Item, Need, Turn } from './canary.ts';
import { turnsOf } from './canary.ts';
import { fillCount } from './placeholders.ts';
import type { CanaryDocument, ExpectDocument, TurnDocument } from './shape.ts';

/** What happens in the conversation of a document: repeated turns spelled out, each in the context that it belongs to. */
export function itemsOf({ turns }: Pick<CanaryDocument, 'turns'>): readonly Item[] {
  const items: Item[] = [];
  let context = 'main';
  let fresh = 0;
  const spell = (turn: TurnDocument, label: string): readonly Turn[] => {
    context = turn.context ?? context;
    return repeated(turn, label, context);
  };
  for (const [at, document] of turns.entries()) {
    const label = String(at + 1);
    if ('together' in document) {
      items.push({
        kind: 'together',
        turns: document.together.flatMap((turn, nth) => spell(turn, `${label}.${nth + 1}`)),
      });
    } else if (!('step' in document)) {
      items.push(...spell(document, label));
    } else if (document.step === 'new_context') {
      fresh += 1;
      context = `fresh ${fresh}`;
    } else {
      items.push(
        document.step === 'restart' ? { kind: 'restart', label } : { kind: 'cancel', label, context },
      );
    }
  }
  return items;
}

/** What a canary needs by what it does, and by what it says of itself. */
export function needsOf(items: readonly Item[], said: readonly string[] = []): readonly Need[] {
  const turns = turnsOf({ items });
  const contexts = turns.map(({ context }) => context);
  const needs: Need[] = [
    ...(contexts.some((each, at) => contexts.indexOf(each) !== at) ? (['sessions'] as const) : []),
    ...(turns.some(({ files }) => files.length > 0) ? (['files'] as const) : []),
    ...(items.some(({ kind }) => kind === 'restart') ? (['restart', 'durable'] as const) : []),
    ...(items.some(({ kind }) => kind === 'cancel') ? (['cancel'] as const) : []),
    ...(turns.some(({ drops }) => drops) ? (['streaming'] as const) : []),
    ...(turns.some(({ ids }) => ids === 'issued') ? (['issued-context'] as const) : []),
    ...(turns.some(({ expect }) => expect.state === 'input-required') ? (['input-required'] as const) : []),
    ...(turns.some(({ expect }) => expect.prompt) ? (['model'] as const) : []),
    ...(said as readonly Need[]),
  ];
  return [...new Set(needs)];
}

/** Whether a canary has to have the runtime to itself. */
export function isExclusive({ items }: Pick<Canary, 'items'>): boolean {
  return items.some(({ kind }) => kind === 'restart');
}

function repeated(turn: TurnDocument, label: string, context: string): readonly Turn[] {
  const { repeat } = turn;
  if (repeat === undefined) return [turnOf(turn, label, context, 1)];
  return Array.from({ length: repeat }, (_, nth) =>
    turnOf(turn, `${label} (${nth + 1} of ${repeat})`, context, nth + 1),
  );
}

function turnOf(document: TurnDocument, label: string, context: string, count: number): Turn {
  const { user = '', files = [], ids = 'client', continues, begin, drop_connection, capture = {} } = document;
  const text = (template: string) => fillCount(template, count);
  return {
    kind: 'turn',
    ...{ label, context, ids, capture },
    text: text(user),
    files: files.map(({ name, type = 'text/plain', text: content }) => ({
      name: text(name),
      type,
      text: text(content),
    })),
    ...(continues !== undefined && { continues }),
    begins: begin === true,
    drops: drop_connection === true,
    expect: expectOf(document.expect, text),
  };
}

function expectOf(document: ExpectDocument, text: (template: string) => string): Expect {
  const { contains = [], not_contains = [], matches = [], deadline, ...rest } = document;
  return {
    ...rest,
    contains: contains.map(text),
    notContains: not_contains.map(text),
    matches: matches.map(text),
    ...(deadline !== undefined && { deadlineMs: milliseconds(deadline) }),
  };
}

/** `30s` or `500ms`. */
function milliseconds(text: string): number {
  return Number.parseInt(text, 10) * (text.endsWith('ms') ? 1 : 1000);
}
