import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few kilobytes that can be filled up; it goes away with its scope. */
export interface SmallDisk extends Disposable {
  readonly path: string;
  /** Leaves so many kilobytes free. */
  fill(freeKilobytes: number): void;
}

/** Mounts one at a fresh place, or over a folder. Nothing where this user may not. */
export function smallDisk(over?: string): SmallDisk | undefined {
  const path = over ?? mkdtempSync(join(tmpdir(), 'assay-small-disk-'));
  const leave = () => over === undefined && rmSync(path, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'assay-small-disk', path], { stdio: 'ignore' });
  } catch {
    leave();
    return undefined;
  }
  return {
    path,
    fill: (freeKilobytes) => {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(join(path, 'fill'), Buffer.alloc(Math.max(0, bavail * bsize - freeKilobytes * 1024)));
    },
    [Symbol.dispose]: () => {
      execFileSync('umount', ['--lazy', path]);
      leave();
    },
  };
}
