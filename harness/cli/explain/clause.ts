import { CONTRACT_RULES, type ContractRule } from '../../corpus/revisions.ts';
import { resolveKills } from '../../faults/resolve.ts';
import type { SuiteFacts } from '../../suites/tables.ts';
import { groupBy } from '../../support/group.ts';
import { clauseText } from '../clauses.ts';
import { foreignText } from './foreign.ts';

const SHOWN = 20;

/** What a clause says, the cases that check it and the faults that prove them; nothing when no clause has the name. */
export function explainClause(
  name: string,
  contract: string,
  suites: readonly SuiteFacts[],
): string | undefined {
  const rules = rulesCiting(name);
  const text = clauseText(contract, name) ?? textElsewhere(name, suites) ?? textWithout(name, rules);
  if (text === undefined) return undefined;
  const id = citedAs(name, suites) ?? name.toUpperCase();
  const cases = suites.flatMap(({ plan }) => plan.cases.filter(({ clause }) => clause === id));
  const faults = suites.flatMap((facts) => faultsOf(facts, id));
  return [
    ...[text, ''],
    ...listed('case checks it', 'cases check it', oneLineEach(cases.map((each) => each.id))),
    ...listed(
      'fault breaks it',
      'faults break it',
      faults.map((each) => `${each.id}: ${each.title}`),
    ),
    ...(rules.length === 0
      ? []
      : listed(
          'rule of it differs between R1 and R3',
          'rules of it differ between R1 and R3',
          rules.map(ruleLine),
        )),
  ].join('\n');
}

/** The rules that differ between revisions and stand under this clause. */
function rulesCiting(name: string): readonly ContractRule[] {
  return CONTRACT_RULES.filter(({ clauses }) => clauses.includes(name.toUpperCase()));
}

function ruleLine({ id, day, change }: ContractRule): string {
  return `${id} (${day ?? 'unknown day'}): ${change}`;
}

/** Of a clause that has a number in the contract, and rules, but no words of its own. */
function textWithout(name: string, rules: readonly ContractRule[]): string | undefined {
  if (rules.length === 0) return undefined;
  return `${name.toUpperCase()}\n\nspecs/contract.md has no section for it: what is known of it are the rules that differ.`;
}

/** Of what is cited and stands in no sheet of ours because it need not. */
function textElsewhere(name: string, suites: readonly SuiteFacts[]): string | undefined {
  const id = citedAs(name, suites);
  return id === undefined ? undefined : foreignText(id);
}

/** The spelling in which cases or kills cite a clause; nothing when none does. */
function citedAs(name: string, suites: readonly SuiteFacts[]): string | undefined {
  const wanted = name.toLowerCase();
  for (const { plan, proof } of suites) {
    const kills = proof.faults.flatMap((fault) => fault.kills);
    const cited = [...plan.cases, ...kills].find(({ clause }) => clause?.toLowerCase() === wanted);
    if (cited) return cited.clause;
  }
  return undefined;
}

/** Edits of a tree cite clauses of cases that exist only there. */
function faultsOf({ plan, proof }: SuiteFacts, clause: string) {
  return proof.faults.filter((fault) =>
    fault.plant.kind === 'tree'
      ? fault.kills.some((kill) => kill.clause === clause)
      : resolveKills(fault, plan).some((kill) => kill.clause === clause),
  );
}

function listed(one: string, many: string, names: readonly string[]): readonly string[] {
  const head = names.length === 0 ? `No ${one}.` : `${names.length} ${names.length === 1 ? one : many}:`;
  const more = names.length > SHOWN ? [`  and ${names.length - SHOWN} more`] : [];
  return [head, ...names.slice(0, SHOWN).map((name) => `  ${name}`), ...more];
}

/** `corpus/v03-text@0.2`, `corpus/v03-text@0.3` → `corpus/v03-text @0.2 @0.3` */
function oneLineEach(ids: readonly string[]): readonly string[] {
  const split = ids.map((id) => id.split('@'));
  return [...groupBy(split, ([name = '']) => name)].map(([name, variants]) =>
    [name, ...variants.flatMap(([, variant]) => (variant === undefined ? [] : [`@${variant}`]))].join(' '),
  );
}
