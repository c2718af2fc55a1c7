import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** How an environment names a switch instead of one thing to plant; its file follows. */
const SWITCH_PREFIX = 'switch:';

/** More bytes than any id has, so that one write replaces what stood there. */
const ID_BYTES = 128;

/** Says to processes that carry several plants which of them is planted at the moment; none at first. */
export interface Switch extends Disposable {
  /** Takes effect at the next call of a seam, in every process that reads the switch; '' is none. */
  set(id: string): void;
}

/** What stands in an environment for the switch in a file. */
export function switchName(file: string): string {
  return `${SWITCH_PREFIX}${file}`;
}

/** The file of the switch that an environment names; none when it names one thing to plant. */
export function switchFileOf(named: string): string | undefined {
  return named.startsWith(SWITCH_PREFIX) ? named.slice(SWITCH_PREFIX.length) : undefined;
}

/** Opens a switch in a file, which has to be new. */
export function openSwitch(file: string): Switch {
  const descriptor = openSync(file, 'wx');
  const set = (id: string) => void writeSync(descriptor, id.padEnd(ID_BYTES), 0, 'latin1');
  set('');
  return { set, [Symbol.dispose]: () => closeSync(descriptor) };
}

/** Reads a switch, as often as one likes: a few microseconds each time. */
export function readSwitch(file: string): () => string {
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(ID_BYTES);
  return () => bytes.toString('latin1', 0, readSync(descriptor, bytes, 0, ID_BYTES, 0)).trimEnd();
}
