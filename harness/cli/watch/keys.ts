/** A key that was pressed while it was listened to. */
export type Key = 'enter' | 'q' | 'ctrl-c';

const KEYS: Readonly<Record<string, Key>> = {
  '\r': 'enter',
  '\n': 'enter',
  q: 'q',
  Q: 'q',
  '\u0003': 'ctrl-c',
};

/** Listens to single keys, without waiting for Enter where the input is a terminal; until it is disposed. */
export function listenToKeys(input: NodeJS.ReadStream, onKey: (key: Key) => void): Disposable {
  const onData = (text: string) => {
    for (const character of text) {
      const key = KEYS[character];
      if (key) onKey(key);
    }
  };
  if (input.isTTY) input.setRawMode(true);
  input.setEncoding('utf8').on('data', onData).on('error', ignore).resume();
  return {
    [Symbol.dispose]: () => {
      input.off('data', onData).off('error', ignore).pause();
      if (input.isTTY) input.setRawMode(false);
      input.unref?.();
    },
  };
}

function ignore(): void {}
