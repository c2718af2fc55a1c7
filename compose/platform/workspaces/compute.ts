import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Json, JsonObject } from '../json.ts';
import { integerOf, readFields } from './fields.ts';

const MODES: ReadonlySet<string> = new Set(['', 'none', 'desktop-control', 'gpu-desktop-control']);
const PROTOCOLS: ReadonlySet<string> = new Set(['', 'dcv', 'novnc']);
const INSTANCES: ReadonlySet<string> = new Set([
  ...['', 't3.medium', 't3.large', 't3.xlarge', 't3.2xlarge', 'm6i.large', 'm6i.xlarge', 'c6i.xlarge'],
]);
const PERSISTENCE: ReadonlySet<string> = new Set(['', 'persist', 'ephemeral']);

/** Refuses a wish for a machine that nobody can have (I.1); undefined when it may be stored. */
export const refuseCompute = seam('platform.refuseCompute', judge);

function judge(compute: JsonObject): Refusal | undefined {
  const { object, text, sound } = readFields(compute);
  const display = object('display') ?? {};
  const volume = object('volume') ?? {};
  for (const key of ['instance_type', 'data_persistence']) text(key);
  if (!sound()) return refuse(400, 'invalid workspace payload');
  return (
    unlessAmong(MODES, display.mode, 'compute.display.mode') ??
    unlessAmong(PROTOCOLS, display.protocol, 'compute.display.protocol') ??
    unlessBetween(800, 3840, display.width, 'compute.display.width') ??
    unlessBetween(600, 2160, display.height, 'compute.display.height') ??
    unlessBetween(30, 500, volume.root_gb, 'compute.volume.root_gb') ??
    unlessAmong(INSTANCES, compute.instance_type, 'compute.instance_type') ??
    unlessAmong(PERSISTENCE, compute.data_persistence, 'compute.data_persistence')
  );
}

/** What of it is kept: whether data persist is said once, when the machine is made. */
export function storedCompute({ data_persistence: _once, ...kept }: JsonObject): JsonObject {
  return kept;
}

function unlessAmong(allowed: ReadonlySet<string>, value: Json = null, name: string): Refusal | undefined {
  const isAllowed = value === null || (typeof value === 'string' && allowed.has(value));
  return isAllowed ? undefined : refuse(400, `unsupported ${name}`);
}

/** 0 is as good as nothing. */
function unlessBetween(low: number, high: number, value: Json = null, name: string): Refusal | undefined {
  const number = integerOf(value);
  const fits =
    value === null || (number !== undefined && (number === 0 || (number >= low && number <= high)));
  return fits ? undefined : refuse(400, `${name} must be between ${low} and ${high}`);
}
