import { join } from 'node:path';
import type { Entry, Shelf, Step } from './entry.ts';
import type { Sidecar, SidecarStep } from './sidecar.ts';

/** Fills the defaults of a sidecar in; `file` is its absolute path. */
export function entryOf(sidecar: Sidecar, shelf: Shelf, file: string): Entry {
  const { id, title, family, clause, since, source, why } = sidecar;
  return {
    ...{ id, title, family, clause, since, source, why, shelf, file },
    route: sidecar.route ?? 'platform',
    runtimes: sidecar.runtimes ?? ['strict', '0.3'],
    revisions: sidecar.revisions ?? ['R1', 'R3'],
    ...separated(sidecar),
    agent: sidecar.agent ?? {},
    ...(sidecar.returns && { returns: sidecar.returns }),
    ...(sidecar.caller && { caller: sidecar.caller }),
    steps: stepsOf(sidecar, file).map((step) => ({ ...step, ...separated(sidecar) })),
  };
}

function separated({ rule }: Sidecar): Pick<Entry, 'rule'> {
  return rule === undefined ? {} : { rule };
}

function stepsOf(sidecar: Sidecar, file: string): readonly Step[] {
  const { id, steps, expect, headers, fill, variants } = sidecar;
  if (steps) return steps.map((step, index) => stepOf(step, `${id}.${index + 1}.body`, file));
  if (!expect) return [];
  const only = { expect, ...(headers && { headers }), ...(fill && { fill }), ...(variants && { variants }) };
  return [stepOf(only, `${id}.body`, file)];
}

function stepOf(step: SidecarStep, payload: string, file: string): Step {
  return {
    payload,
    payloadFile: join(file, '..', payload),
    headers: step.headers ?? { 'content-type': 'application/json' },
    fill: step.fill ?? [],
    expect: step.expect,
    variants: step.variants ?? [],
    capture: step.capture ?? {},
    ...(step.hangUp && { hangUp: step.hangUp }),
    ...(step.restart && { restart: step.restart }),
  };
}
