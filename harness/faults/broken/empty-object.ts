import { type Endpoint, serve } from './endpoint.ts';

/** Answers every request with 200 and `{}`; a WebSocket gets `{}` at once and after each message. */
export function startEmptyObject(): Promise<Endpoint> {
  return serve({
    answer: () => '{}',
    accept(socket) {
      socket.send('{}');
      socket.on('message', () => socket.send('{}'));
    },
  });
}
