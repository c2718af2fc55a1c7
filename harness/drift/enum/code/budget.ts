import type { Expr } from './expr.ts';
import type { Program } from './program.ts';

/** What following the names of one statement may cost; a step is one expression or one call looked at. */
export const MAX_STEPS = 20_000;

/** Says that a statement would cost more than it may. */
class OutOfSteps extends Error {}

const LEFT = new WeakMap<Program, number>();

/** Does the work for one statement; answers nothing when it would take more than the steps that a statement has. */
export function withinBudget<T>(program: Program, work: () => T): T | undefined {
  const outside = LEFT.get(program);
  LEFT.set(program, MAX_STEPS);
  try {
    return work();
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined;
    throw error;
  } finally {
    if (outside === undefined) LEFT.delete(program);
    else LEFT.set(program, outside);
  }
}

/** Takes steps off what the statement at hand has left. */
export function spend(program: Program, steps = 1): void {
  const left = LEFT.get(program);
  if (left === undefined) return;
  if (left < steps) throw new OutOfSteps();
  LEFT.set(program, left - steps);
}

/**
 * Remembers what is found out about an expression at a depth. Depth only grows on the way, so that no answer waits for
 * itself, and an answer is the same whoever asks first.
 */
export function rememberingByDepth<T>(): (program: Program, expr: Expr, depth: number, find: () => T) => T {
  const known = new WeakMap<Program, WeakMap<Expr, T[]>>();
  return (program, expr, depth, find) => {
    const ofProgram = known.get(program) ?? new WeakMap<Expr, T[]>();
    known.set(program, ofProgram);
    const byDepth = ofProgram.get(expr) ?? [];
    ofProgram.set(expr, byDepth);
    const before = byDepth[depth];
    if (before !== undefined) return before;
    spend(program);
    const found = find();
    byDepth[depth] = found;
    return found;
  };
}
