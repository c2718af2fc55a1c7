import type { Node } from 'libpg-query';
import type { SourceFile } from '../../support/source-file.ts';
import type { Facts } from '../sql/facts.ts';
import { parseSql } from '../sql/parse.ts';
import { factsOf } from '../sql/read.ts';
import { EMPTY_SCOPE } from '../sql/scope.ts';
import { readStatement } from '../sql/statement.ts';
import { applyTypeStatement } from './apply.ts';
import { applyTableStatement } from './apply-table.ts';
import { readBody } from './body.ts';
import { type Catalogue, emptyCatalogue } from './catalogue.ts';
import { appliedPart, isDownFile, runsOneByOne } from './migration.ts';
import { applyRoutineStatement } from './routine.ts';
import { readRoutineNode } from './routine-node.ts';

/** A migration that PostgreSQL's grammar refuses, or that only runtime knows; nothing can be judged while there is one. */
export interface MigrationProblem {
  readonly file: SourceFile;
  readonly at: number;
  readonly message: string;
}

/** What one migration or one routine body said, with offsets in its file. */
export interface SchemaReading {
  readonly file: SourceFile;
  readonly facts: Facts;
}

export interface AppliedMigrations {
  readonly catalogue: Catalogue;
  /** The files that were applied, in order. */
  readonly applied: readonly SourceFile[];
  readonly readings: readonly SchemaReading[];
  readonly problems: readonly MigrationProblem[];
}

/**
 * Applies the up files in the order in which they come; every literal is judged against the schema of its moment.
 * `unknown` are statements that nobody can apply, whatever they say.
 */
export function applyMigrations(
  files: readonly SourceFile[],
  unknown: readonly MigrationProblem[] = [],
): AppliedMigrations {
  const catalogue = emptyCatalogue();
  const readings: SchemaReading[] = [];
  const problems: MigrationProblem[] = [...unknown];
  const applied = files.filter(({ path }) => !isDownFile(path));
  for (const file of applied) {
    const text = appliedPart(file.text);
    const parsed = parseSql(text);
    if (!parsed.ok) problems.push({ file, at: parsed.at, message: parsed.message });
    else {
      const facts = factsOf(catalogue, text, parsed.offsetAt);
      readings.push({ file, facts });
      const isOneByOne = runsOneByOne(text);
      for (const { node, start } of parsed.statements) {
        if (isOneByOne || 'TransactionStmt' in node) catalogue.fresh.clear();
        applyOne(readings, { file, facts }, node, start);
      }
      catalogue.fresh.clear();
    }
  }
  for (const routine of catalogue.routines.values()) {
    const facts = readBody(catalogue, routine, () => false);
    hold(catalogue, facts, 0);
    readings.push({ file: routine.file, facts });
  }
  return { catalogue, applied, readings, problems };
}

function applyOne(readings: SchemaReading[], reading: SchemaReading, node: Node, start: number): void {
  const { file, facts } = reading;
  const { handled, block } = applyRoutineStatement(facts.catalogue, file, node, start);
  readRoutineNode(facts, node);
  if (block) {
    const inBlock = readBody(facts.catalogue, block, (inner, statement, at) =>
      applySchema(inner, file, statement, at),
    );
    readings.push({ file, facts: inBlock });
  } else if (!handled && !applySchema(facts, file, node, start)) {
    readStatement(facts, node, EMPTY_SCOPE);
  }
}

function applySchema(facts: Facts, file: SourceFile, node: Node, start: number): boolean {
  const at = { file: file.path, ...file.positionAt(start) };
  if (applyTypeStatement(facts.catalogue, node, at)) return true;
  const before = facts.uses.length;
  const handled = applyTableStatement(facts, node, at);
  if (handled) hold(facts.catalogue, facts, before);
  return handled;
}

/** Defaults, checks, views and routines hold on to the values that they name. */
function hold(catalogue: Catalogue, facts: Facts, from: number): void {
  for (const { entry } of facts.uses.slice(from)) if (entry) catalogue.held.add(entry);
}
