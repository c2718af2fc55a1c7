import type { Revision } from '../config.ts';

const EXTERNAL_LIKE: ReadonlySet<string> = new Set(['external', 'kimi', 'kimi-cli']);

/** True for runtimes that the platform does not run itself; R1 knows only `external`. */
export function isExternalRuntime(runtime: string, revision: Revision): boolean {
  return revision === 'R1' ? runtime === 'external' : EXTERNAL_LIKE.has(runtime);
}
