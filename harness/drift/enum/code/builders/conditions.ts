import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { FileIndex } from '../file-index.ts';
import type { Program } from '../program.ts';
import { type Collected, readCodeText } from '../read-text.ts';
import type { Text } from '../text.ts';
import { textsOf } from '../texts.ts';
import type { Chain, Link } from './chain.ts';
import type { Named } from './tables.ts';

const CONDITION = /^(?:(?:and|or)?where\w*|having|filter|not|or|and|on|first|find|last|take|set|raw)$/i;

/** `.Where("st = ?", "new")`: the condition is read as part of a statement on the tables of its chain. */
export function readConditions(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  chain: Chain,
  tables: readonly Named[],
  into: Collected,
): void {
  const carried = tables.flatMap(({ relation }) =>
    [...relation.columns].flatMap(([name, type]) => (type.kind === 'enum' ? [name] : [])),
  );
  const mention = new RegExp(`\\b(?:${carried.join('|') || '(?!)'})\\b`, 'i');
  for (const link of chain.links) {
    const found = conditionOf(program, link);
    if (!found) continue;
    const { place, texts } = found;
    const from = tables.map(({ relation, alias }) => `${relation.name} AS ${alias}`).join(', ');
    const lead =
      link.name.toLowerCase() === 'set'
        ? `UPDATE ${tables[0]?.relation.name} SET `
        : `SELECT 1 FROM ${from} WHERE `;
    const { file, start, end } = chain;
    const facts = readCodeText(
      program,
      catalogue,
      {
        ...{ file, start, end },
        texts: texts.map((text) => [leadOf(text, chain, lead), ...text]),
        sites: () => [
          { file, args: link.args.slice(place + 1), flat: index.language.flatArguments, many: false },
        ],
      },
      (sql) => mention.test(sql),
    );
    into.uses.push(...facts.uses);
    into.faults.push(...facts.faults);
    into.unresolved.push(...facts.unresolved);
    for (const each of facts.consumed) into.consumed.add(each);
  }
}

/** An argument that is more than the name of a column, such as a whole condition. */
function conditionOf(
  program: Program,
  { name, args }: Link,
): { readonly place: number; readonly texts: readonly Text[] } | undefined {
  if (!CONDITION.test(name)) return undefined;
  const place = args.findIndex(({ kind }) => /^(?:text|join|format)$/.test(kind));
  const arg = args[place];
  if (!arg || place > 1) return undefined;
  const texts = textsOf(program, arg).filter((text) =>
    text.some((part) => part.kind === 'run' && /[=<>]|\bin\b|\bany\b/i.test(part.run.text)),
  );
  const isOperator = texts.some((text) =>
    text.every((part) => part.kind === 'run' && /^\W*$/.test(part.run.text)),
  );
  return texts.length > 0 && !isOperator ? { place, texts } : undefined;
}

function leadOf(text: Text, { file, start }: Chain, lead: string): Text[number] {
  const first = text.find((part) => part.kind === 'run');
  const at = first?.kind === 'run' ? first.run : { file, start };
  return { kind: 'run', run: { text: lead, file: at.file, start: at.start, verbatim: false } };
}
