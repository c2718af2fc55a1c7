import { at, type SeamChange } from '../../../faults/plant.ts';

/** The platform passes on other events of a stream than the agent sent; each is a block without its empty line. */
export function passedOn(change: (events: readonly string[]) => readonly string[]): SeamChange {
  return at(
    'platform.mapResult',
    (map) => (status, body, revision) => map(status, isStream(body) ? changed(body, change) : body, revision),
  );
}

function isStream(body: Buffer): boolean {
  return body.subarray(0, 6).toString() === 'data: ' || body.subarray(0, 4).toString() === 'id: ';
}

function changed(body: Buffer, change: (events: readonly string[]) => readonly string[]): Buffer {
  const events = body.toString().split('\n\n').filter(Boolean);
  return Buffer.from(
    change(events)
      .map((event) => `${event}\n\n`)
      .join(''),
  );
}
