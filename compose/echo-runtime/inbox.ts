import { seam } from '../seam.ts';
import type { Arrival, Handed, Inbox, Reading } from './types.ts';

/** A fixed charge for what a record costs beside its bytes, so that many small ones are counted too. */
const RECORD_BYTES = 1_024;
/** One agent keeps at most this much; beyond it its own oldest records go, and the gap in `seq` shows it. */
const AGENT_CAP_BYTES = 64 * 1024 * 1024;

/** A request on its way in: the head as Node parsed it, and the body as it came from the socket. */
export interface Captured {
  readonly agent: string;
  readonly via: 'push' | 'poll';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

type ArrivalRecord = Captured & { readonly seq: number; readonly at: string };
type HandedRecord = Handed & { readonly bytes: number };

const capture = seam('runtime.capture', (captured: Captured): Captured | undefined => captured);

/** Everything that reached one agent, in order of arrival. */
export class AgentInbox {
  readonly #arrivals: ArrivalRecord[] = [];
  readonly #handed: HandedRecord[] = [];
  #arrived = 0;
  #handedOver = 0;
  #bytes = 0;
  readonly #changed: (bytes: number) => void;

  /** `changed` is told by how many bytes the inbox grew or, negative, shrank. */
  constructor(changed: (bytes: number) => void) {
    this.#changed = changed;
  }

  /** Bytes that the records take, bodies and a fixed charge each. */
  get bytes(): number {
    return this.#bytes;
  }

  addArrival(request: Captured): void {
    const kept = capture(request);
    if (!kept) return;
    this.#arrived += 1;
    this.#arrivals.push({ ...kept, seq: this.#arrived, at: new Date().toISOString() });
    this.#grow(kept.body.length + RECORD_BYTES);
  }

  /** `raw` is kept by reference: agent code gets its message once and does not write to it. */
  addHanded(raw: unknown, reading: Reading): void {
    this.#handedOver += 1;
    const bytes = (this.#arrivals.at(-1)?.body.length ?? 0) + RECORD_BYTES;
    this.#handed.push({ seq: this.#handedOver, at: new Date().toISOString(), raw, reading, bytes });
    this.#grow(bytes);
  }

  read(agent: string): Inbox {
    return { agent, arrivals: this.#arrivals.map(arrivalOf), handed: this.#handed.map(handedOf) };
  }

  #grow(bytes: number): void {
    const before = this.#bytes;
    this.#bytes += bytes;
    while (this.#bytes > AGENT_CAP_BYTES && this.#arrivals.length > 1) {
      this.#bytes -= (this.#arrivals.shift()?.body.length ?? 0) + RECORD_BYTES;
      if (this.#handed.length > 1) this.#bytes -= this.#handed.shift()?.bytes ?? 0;
    }
    this.#changed(this.#bytes - before);
  }
}

function arrivalOf({ seq, at, via, path, headers, body }: ArrivalRecord): Arrival {
  return { seq, at, via, path, headers, bodyBase64: body.toString('base64') };
}

function handedOf({ seq, at, raw, reading }: HandedRecord): Handed {
  return { seq, at, raw, reading };
}
