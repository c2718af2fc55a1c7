import type { Platform } from '../platform.ts';
import type { Streams } from './streams.ts';

/** What the display routes work with. */
export interface Display {
  readonly platform: Platform;
  readonly streams: Streams;
}
