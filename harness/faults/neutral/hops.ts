import { openHop } from '../../wire/hop.ts';
import type { HopStyle } from '../../wire/hop-style.ts';
import type { Place } from '../../wire/loopback.ts';
import type { WirePlant } from '../fault.ts';

/** A hop before the platform, through which senders and agents reach it. */
export function beforePlatform(style: HopStyle, place?: Place): WirePlant {
  return { kind: 'wire', before: 'platform', stand: (target) => openHop(target, style, place) };
}

/** A hop before the agents of each runtime, through which platform and senders reach them. */
export function beforeAgents(style: HopStyle, place?: Place): WirePlant {
  return { kind: 'wire', before: 'runtimes', stand: (target) => openHop(target, style, place) };
}
