import type { Scene } from './screen.ts';

/** What came from the keyboards and pointers of all sessions; as on a real screen, a key stays down until it is let go. */
export interface Input {
  key(keysym: number, down: boolean): void;
  pointer(x: number, y: number, buttons: number): void;
  scene(picture: number): Scene;
  /** Every key event in its order. */
  readonly keys: readonly { readonly keysym: number; readonly down: boolean }[];
  keysDown(): readonly number[];
  forget(): void;
}

const MOST_KEPT = 10_000;

/** Nothing is pressed yet. */
export function openInput(): Input {
  const down = new Set<number>();
  const keys: { keysym: number; down: boolean }[] = [];
  let lastKeysym = 0;
  let pointer = { x: 0, y: 0, buttons: 0 };
  return {
    keys,
    key: (keysym, isDown) => {
      lastKeysym = keysym;
      if (isDown) down.add(keysym);
      else down.delete(keysym);
      keys.push({ keysym, down: isDown });
      if (keys.length > MOST_KEPT) keys.shift();
    },
    pointer: (x, y, buttons) => {
      pointer = { x, y, buttons };
    },
    scene: (picture) => ({ picture, lastKeysym, keysDown: Math.min(down.size, 255), pointer }),
    keysDown: () => [...down],
    forget: () => {
      down.clear();
      keys.length = 0;
      lastKeysym = 0;
      pointer = { x: 0, y: 0, buttons: 0 };
    },
  };
}
