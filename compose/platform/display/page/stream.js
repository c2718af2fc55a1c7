import RFB from '/-/novnc/core/rfb.js';
import { policy } from './policy.js';

/** FramebufferUpdateRequest for one pixel, whether it has changed or not: every desktop answers that. */
const ONE_PIXEL = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1, 0, 1);

/**
 * Opens a session on a socket of its own. `onLive` is called when the desktop shows itself, `onEnd` once when it is over,
 * with whether that was meant. noVNC says of every session that was live that it ended cleanly, so the socket is asked.
 * A socket says nothing when the line is dead: a desktop that does not answer is given up.
 */
export function openStream(screen, { url, token }, { onLive, onEnd }) {
  const socket = new WebSocket(url, ['binary', `molecule-display-token.${token}`]);
  const rfb = new RFB(screen, socket, { shared: true });
  rfb.scaleViewport = true;
  rfb.resizeSession = false;
  let unanswered = 0;
  let isLive = false;
  let isOver = false;
  const probe = setInterval(() => {
    if (unanswered >= policy.mostUnanswered) return end(false);
    unanswered += 1;
    if (isLive) socket.send(ONE_PIXEL);
  }, policy.probeEveryMs);
  const end = (isMeant) => {
    if (isOver) return;
    isOver = true;
    clearInterval(probe);
    socket.close();
    rfb.disconnect();
    onEnd({ isMeant });
  };
  socket.addEventListener('message', () => {
    unanswered = 0;
  });
  socket.addEventListener('close', ({ code }) => end(code === 1000));
  rfb.addEventListener('connect', () => {
    isLive = true;
    onLive(rfb);
  });
  rfb.addEventListener('securityfailure', () => end(false));
  return { close: () => end(true) };
}
