import type { ReconnectCase } from '../reconnect-case.ts';
import { DROPPED } from './drops.ts';
import { ENDS } from './ends.ts';
import { LIFE } from './life.ts';

/** Every case of this suite. */
export const CASES: readonly ReconnectCase[] = [...LIFE, ...DROPPED, ...ENDS];
