import { getKeysym } from '/-/novnc/core/input/util.js';

/**
 * Which keys are down. A key that is let go while there is no session is never told to the desktop, where it stays down:
 * whoever opens the next session lets go of all that were down when the last one broke off.
 */
export function watchKeys(target) {
  const down = new Map();
  const stuck = new Map();
  const note = (event) => {
    const keysym = getKeysym(event);
    if (keysym === null || event.code === '') return;
    if (event.type === 'keydown') down.set(event.code, keysym);
    else down.delete(event.code);
  };
  target.addEventListener('keydown', note, true);
  target.addEventListener('keyup', note, true);
  return {
    brokeOff: () => {
      for (const [code, keysym] of down) stuck.set(code, keysym);
    },
    letGo: (rfb) => {
      for (const [code, keysym] of stuck) rfb.sendKey(keysym, code, false);
      stuck.clear();
    },
  };
}
