import { seam } from '../seam.ts';
import { openSessions } from './sessions.ts';

/** The memory tool: what an agent keeps on purpose, for all its sessions. */
export interface Memory {
  keep(contextId: string, name: string, value: string): void;
  recall(contextId: string, name: string): string | undefined;
}

/** Under what a memory is kept: its name alone, whichever session it comes from. */
export const memoryKey = seam('canary.memoryKey', (name: string, _contextId: string): string => name);

/** Opens the memory; with a folder it outlives the process. */
export function openMemory(folder: string | undefined): Memory {
  const store = openSessions(folder);
  const keyOf = (name: string, contextId: string) => `memory ${memoryKey(name.toLowerCase(), contextId)}`;
  return {
    keep: (contextId, name, value) =>
      store.save(keyOf(name, contextId), [{ role: 'tool', text: value, files: [] }]),
    recall: (contextId, name) => store.load(keyOf(name, contextId))[0]?.text,
  };
}
