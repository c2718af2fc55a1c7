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
export const HIT_LINE = '{"planted":true}';

/**
 * Puts changes into the registry that the seams of a service read when it starts. Call it before the service is
 * loaded; each call of a replacement is told by `onHit`.
 */
export function plantSeams(changes: readonly SeamChange[], onHit: () => void): void {
  const key = Symbol.for('assay.seams');
  const registry: Record<string, unknown> = Reflect.get(globalThis, key) ?? {};
  const planted = changes.map(({ seam, change }) => [seam, counted(change, onHit)]);
  Reflect.set(globalThis, key, { ...registry, ...Object.fromEntries(planted) });
}

function counted(change: SeamChange['change'], onHit: () => void) {
  return (original: never) => {
    const replacement = change(original) as (...given: unknown[]) => unknown;
    return function (this: unknown, ...given: unknown[]): unknown {
      onHit();
      return replacement.apply(this, given);
    };
  };
}
