import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DeadPort, reserveDeadPort } from './dead-port.ts';

/** Longer than any client keeps a connection, so that none is closed under a request. */
export const KEEP_ALIVE_MS = 65_000;

/** Where the doors of a runtime lead to, and on which host they are. */
export interface DoorOptions {
  readonly host: string;
  readonly serve: RequestListener;
}

/**
 * A port by which one agent alone is reached, so that the agent can go away and no other notices. When it shuts, its
 * connections break as those of a process do that ends, and its ports refuse for as long as it has them.
 */
export class Door implements AsyncDisposable {
  readonly #options: DoorOptions;
  readonly #left = new Map<number, DeadPort>();
  #server: Server | undefined;
  #port = 0;
  /** What was asked of it last: one thing is done after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** Listens where it did before, or at a port that it never had; answers the port. An open door stays as it is. */
  open(elsewhere: boolean): Promise<number> {
    return this.#next(() => this.#open(elsewhere));
  }

  /** Breaks every connection; its port is kept for it. */
  shut(): Promise<void> {
    return this.#next(async () => {
      if (await this.#close()) this.#left.set(this.#port, await reserveDeadPort(this.#port));
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#next(async () => {
      await this.#close();
      for (const port of this.#left.values()) port.release();
      this.#left.clear();
    });
  }

  #next<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #open(elsewhere: boolean): Promise<number> {
    if (this.#server) return this.#port;
    const { host, serve } = this.#options;
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, serve);
    server.listen(elsewhere ? 0 : this.#port, host);
    await once(server, 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.#left.get(this.#port)?.release();
    this.#left.delete(this.#port);
    return this.#port;
  }

  async #close(): Promise<boolean> {
    const server = this.#server;
    if (!server) return false;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    return true;
  }
}
