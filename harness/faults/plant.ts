import type { Seams } from '../../compose/seams.ts';

/** Another function at one seam of a service. */
export interface SeamChange {
  readonly seam: keyof Seams;
  readonly change: (original: never) => (...given: never[]) => unknown;
}

/**
 * Names a seam and what stands there instead: `change` gets the original and gives the replacement, which takes what
 * the original takes and may answer anything. A seam that no service has does not compile.
 */
export function at<Name extends keyof Seams>(
  seam: Name,
  change: (original: Seams[Name]) => (...given: Parameters<Seams[Name]>) => unknown,
): SeamChange {
  return { seam, change };
}

/** How a service reports that a plant ran; the line goes to its log, whichever engine it runs on. */
export function hitLine(id: string): string {
  return JSON.stringify({ planted: id });
}

/**
 * Puts plants, each by its id, into the registry that the seams of a service read when it starts; call it before the
 * service is loaded. The one that `active` names at a call of a seam stands there for that call, and `onHit` is told of
 * it; where none does, the original stands.
 */
export function plantSeams(
  plants: ReadonlyMap<string, readonly SeamChange[]>,
  active: () => string,
  onHit: (id: string) => void,
): void {
  const key = Symbol.for('assay.seams');
  const registry: Record<string, unknown> = Reflect.get(globalThis, key) ?? {};
  const seams = new Set([...plants.values()].flatMap((changes) => changes.map(({ seam }) => seam)));
  const makers: ((id: string) => unknown)[] = [];
  const overrides = [...seams].map((seam) => {
    const changeOf = (id: string) => plants.get(id)?.findLast((change) => change.seam === seam)?.change;
    return [seam, switched(changeOf, active, onHit, makers)];
  });
  Reflect.set(globalThis, key, { ...registry, ...Object.fromEntries(overrides) });
}

type Behaviour = (...given: unknown[]) => unknown;

/**
 * All replacements of a plant are made when one of them is first wanted, for what one keeps of its original another may
 * need before.
 */
function switched(
  changeOf: (id: string) => SeamChange['change'] | undefined,
  active: () => string,
  onHit: (id: string) => void,
  makers: ((id: string) => unknown)[],
) {
  return (original: never): Behaviour => {
    const made = new Map<string, Behaviour | undefined>();
    const replacementOf = (id: string) => {
      if (!made.has(id)) made.set(id, changeOf(id)?.(original) as Behaviour | undefined);
      return made.get(id);
    };
    makers.push(replacementOf);
    return function (this: unknown, ...given: unknown[]): unknown {
      const id = active();
      if (!made.has(id)) for (const make of makers) make(id);
      const replacement = made.get(id);
      if (!replacement) return (original as Behaviour).apply(this, given);
      onHit(id);
      return replacement.apply(this, given);
    };
  };
}
