import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { loadEnumSettings } from '../drift/index.ts';
import type { Plan, PlannedCase } from '../suites/plan.ts';
import { UsageError } from '../support/errors.ts';

/** What the drift suites judge: this project's own trees. Paths from the project's root. */
export const ENUM_SETTINGS = 'specs/drift/enums.yaml';
export const ARCHITECTURE_RULES = 'specs/drift/packs/assay.yaml';

/** One case for a settings file of enums, `drift-enum/<name>`. */
export function planEnums(settingsFile: string): Plan {
  const { name } = loadEnumSettings(settingsFile);
  const title = `Enums of ${name}: declared, used and typed alike`;
  return { cases: [staticCase('drift-enum', name, title)], excluded: [] };
}

/** One case for each rule of a file of architecture rules, `drift-architecture/<rule>`. */
export async function planArchitecture(rulesFile: string): Promise<Plan> {
  const document: unknown = parse(await readFile(rulesFile, 'utf8'));
  const rules = isRulesFile(document) ? document.rules : [];
  if (rules.length === 0) throw noRules(rulesFile);
  return {
    cases: rules.map(({ id, reason }) => staticCase('drift-architecture', id, reason)),
    excluded: [],
  };
}

function staticCase(suite: PlannedCase['suite'], name: string, title: string): PlannedCase {
  return { id: `${suite}/${name}`, suite, title, clause: 'L' };
}

function isRulesFile(
  document: unknown,
): document is { readonly rules: readonly { readonly id: string; readonly reason: string }[] } {
  return (
    typeof document === 'object' && document !== null && 'rules' in document && Array.isArray(document.rules)
  );
}

function noRules(file: string): UsageError {
  return new UsageError({
    code: 'NO_RULES',
    message: `${file} holds no rules.`,
    fix: 'Give it a list `rules`; specs/drift/packs/ shows how.',
  });
}
