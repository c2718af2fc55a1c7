// Runs in the page before anything of its own: writes down whatever it dials, asks and loses, by its own clock, and reads
// the desktop's corner out of the pixels.
(() => {
  const log = { dials: [], acquires: [], closes: [] };
  const idIn = (url) => /\/workspaces\/([^/]+)\//.exec(url)?.[1] ?? '';
  // Not a class of our own: noVNC looks for what it needs in a socket and its prototype, and no further.
  globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
    construct: (Original, [url, protocols]) => {
      const socket = new Original(url, protocols);
      const entry = [protocols ?? []].flat().find((each) => each.startsWith('molecule-display-token.'));
      const token = entry?.slice('molecule-display-token.'.length) ?? '';
      log.dials.push({ atMs: Date.now(), workspaceId: idIn(String(url)), token });
      socket.addEventListener('close', () => log.closes.push({ atMs: Date.now() }));
      return socket;
    },
  });
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input);
    if (url.endsWith('/control/acquire')) log.acquires.push({ atMs: Date.now(), workspaceId: idIn(url) });
    return original(input, init);
  };

  /** The number in the first 32 cells of a row; nothing where no desktop is shown, or its picture does not add up. */
  const cells = (row) => {
    const canvas = document.querySelector('#screen canvas');
    const pixels =
      canvas?.width >= 320 ? canvas.getContext('2d').getImageData(0, row * 8, 320, 8).data : undefined;
    if (!pixels) return undefined;
    const bits = Array.from({ length: 40 }, (_, cell) =>
      pixels[(4 * 320 + cell * 8 + 4) * 4] > 127 ? 1 : 0,
    );
    const number = (from, to) => bits.slice(from, to).reduce((value, bit) => value * 2 + bit, 0);
    const sum = [0, 8, 16, 24].reduce((total, from) => total + number(from, from + 8), 0) % 256;
    return row === 0 && sum !== number(32, 40) ? undefined : number(0, 32);
  };

  const state = () => {
    const text = (id) => document.getElementById(id)?.textContent ?? '';
    return { state: document.body.dataset.state ?? '', told: text('told'), warning: text('warning') };
  };

  globalThis.assayPage = { log, cells, state };
})();
