import { DROP, type Endpoint, serve } from './endpoint.ts';

/** Reads each request to its end and then destroys the connection; upgrades go the same way. */
export function startDropsSocket(): Promise<Endpoint> {
  return serve({ answer: () => DROP });
}
