import type { Socket } from 'node:net';

/** One connection through a link, from a client to the service. */
export interface Conversation {
  /** From now on nothing passes either way, neither bytes nor an end. */
  hold(): void;
  /** Lets everything pass that was held back, and what comes. */
  goOn(): void;
  /** Resets both sides. */
  reset(): void;
}

/** Hands on between two sockets whatever comes, ends and resets too; `onEnd` is called when both are gone. */
export function converse(client: Socket, service: Socket, onEnd: () => void): Conversation {
  let held = false;
  const afterwards: (() => void)[] = [];
  const sides = [client, service] as const;
  const when = (pass: () => void) => () => {
    if (held) afterwards.push(pass);
    else pass();
  };
  const handOn = (from: Socket, to: Socket) => {
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (!to.write(chunk)) from.pause();
    });
    to.on('drain', () => {
      if (!held) from.resume();
    });
    from.on('end', () => to.end());
    from.on(
      'error',
      when(() => to.resetAndDestroy()),
    );
    from.on(
      'close',
      when(() => to.destroySoon()),
    );
  };
  handOn(client, service);
  handOn(service, client);
  let open = sides.length;
  for (const side of sides)
    side.once('close', () => {
      open -= 1;
      if (open === 0) onEnd();
    });
  client.resume();
  return {
    hold: () => {
      held = true;
      for (const side of sides) side.pause();
    },
    goOn: () => {
      held = false;
      for (const pass of afterwards.splice(0)) pass();
      for (const side of sides) side.resume();
    },
    reset: () => {
      for (const side of sides) side.resetAndDestroy();
    },
  };
}
