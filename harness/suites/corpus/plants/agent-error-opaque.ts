import { plant } from '../../../faults/plant.ts';

const PAGE = '<html><head><title>502 Bad Gateway</title></head></html>';

type Map = (status: number, body: Buffer, revision: string) => object;

/** What a gateway in front of the agent would make of a reply that it finds too big. */
plant(
  'platform.mapResult',
  (map: Map) => (status: number, body: Buffer, revision: string) =>
    body.length > 50_000
      ? { status: 502, body: PAGE, contentType: 'text/html' }
      : map(status, body, revision),
);
