import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Connections that speak something else than HTTP from their first answer on; disposing breaks all of them. */
export interface Upgrades extends Disposable {
  carry(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Hands upgrades on to `target`, byte for byte in both directions; `below` is taken off their paths. */
export function openUpgrades(target: string, below: string): Upgrades {
  const open = new Set<Duplex>();
  const hold = (one: Duplex, other: Duplex) => {
    open.add(one);
    one
      .on('error', () => other.destroy())
      .on('close', () => {
        open.delete(one);
        other.destroy();
      });
  };
  return {
    carry(request, socket, head) {
      const { hostname, port } = new URL(target);
      const upstream = connect(Number(port || 80), hostname);
      hold(socket, upstream);
      hold(upstream, socket);
      upstream.write(headOf(request, below));
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    },
    [Symbol.dispose]: () => {
      for (const each of open) each.destroy();
    },
  };
}

function headOf({ method, url = '/', rawHeaders }: IncomingMessage, below: string): string {
  const path = url.startsWith(below) ? url.slice(below.length) : url;
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}
