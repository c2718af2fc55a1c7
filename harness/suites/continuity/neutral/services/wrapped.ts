import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const wrapped: Neutral = {
  id: 'N-reply-wrapped',
  title: 'results are wrapped and states named as in 1.0, whatever line was asked',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.said', (saidAs) => (answer) => asIn1(saidAs(answer)))],
  },
};

const WRAPPERS: Readonly<Record<string, string>> = {
  task: 'task',
  message: 'message',
  'status-update': 'statusUpdate',
  'artifact-update': 'artifactUpdate',
};

function asIn1(answer: unknown): unknown {
  const { result, ...rest } = Object(answer) as { readonly result?: { readonly kind?: string } };
  const wrapper = WRAPPERS[result?.kind ?? ''];
  return wrapper === undefined ? answer : { ...rest, result: { [wrapper]: named(result) } };
}

/** Without `kind`, and with the names that 1.0 has for states and roles. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'kind');
  return Object.fromEntries(entries.map(([key, each]) => [key, nameOf(key, each) ?? named(each)]));
}

function nameOf(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (key === 'state') return `TASK_STATE_${value.toUpperCase().replaceAll('-', '_')}`;
  return key === 'role' ? `ROLE_${value.toUpperCase()}` : undefined;
}
