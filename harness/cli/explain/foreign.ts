import { RULES } from '../../corpus/problem.ts';

/** How clauses are cited that stand in a published standard: the standard, then its section or what it defines. */
const STANDARDS = [
  /^RFC \d+ §\d+(?:\.\d+)*$/,
  /^JSON-RPC 2\.0 §\d+(?:\.\d+)*$/,
  /^v0\.3\.0 §\d+(?:\.\d+)*$/,
  /^A2A (?:1\.0|v0\.3\.0) (?:§\d+(?:\.\d+)*|[a-z][a-z/]*(?: and [a-z]+)?)$/i,
];

/** What is said of a clause that `specs/contract.md` need not have; nothing of any other. */
export function foreignText(clause: string): string | undefined {
  if (STANDARDS.some((standard) => standard.test(clause))) {
    return `${clause}\n\nIt stands in a published standard; specs/contract.md does not repeat it.`;
  }
  if (RULES.some((rule) => rule === clause)) {
    return `${clause}\n\nIt is a rule of the corpus itself (corpus/README.md).`;
  }
  return undefined;
}
