import { seam } from '../seam.ts';
import type { Arrival, Handed, Inbox, Reading, Said } from './types.ts';

/** A fixed charge for what a record costs beside its bytes, so that many small ones are counted too. */
const RECORD_BYTES = 3_072;
/** One agent keeps at most this much; beyond it its own oldest records go, and the gap in `seq` shows it. */
const AGENT_CAP_BYTES = 64 * 1024 * 1024;
/** How much stays then: dropping many at once is far cheaper than one with every new record. */
const AGENT_REST_BYTES = 56 * 1024 * 1024;

/** A request on its way in: the head as Node parsed it, and the body as it came from the socket. */
export interface Captured {
  readonly agent: string;
  readonly via: 'push' | 'poll';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A reply on its way out: what there is of it when its body was ended. */
export interface SaidBytes {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** `bytes` includes what was handed over of the arrival, and said to it, so that all are dropped together. */
interface ArrivalRecord extends Captured {
  readonly seq: number;
  readonly at: string;
  bytes: number;
  said?: SaidBytes;
}
type HandedRecord = Handed & { readonly arrival: number };

/** What the inbox keeps of a request; undefined is nothing. */
export const capture = seam('runtime.capture', (captured: Captured): Captured | undefined => captured);

/** Everything that reached one agent, in order of arrival. */
export class AgentInbox {
  #arrivals: ArrivalRecord[] = [];
  #handed: HandedRecord[] = [];
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

  /** Answers the number under which it is kept, if it is. */
  addArrival(request: Captured): number | undefined {
    const kept = capture(request);
    if (!kept) return undefined;
    this.#arrived += 1;
    const bytes = kept.body.length + RECORD_BYTES;
    const seq = this.#arrived;
    this.#arrivals.push({ ...kept, seq, at: new Date().toISOString(), bytes });
    this.#grow(bytes);
    return seq;
  }

  /** Keeps what was said to an arrival, instead of what may be kept already; one that was dropped has no answer. */
  addSaid(seq: number, said: SaidBytes): void {
    const source = this.#arrivals[seq - (this.#arrivals[0]?.seq ?? 0)];
    if (!source) return;
    const bytes = said.body.length - (source.said?.body.length ?? 0);
    source.said = said;
    source.bytes += bytes;
    this.#grow(bytes);
  }

  /** `raw` is kept by reference: agent code gets its message once and does not write to it. */
  addHanded(raw: unknown, reading: Reading, request?: unknown): void {
    this.#handedOver += 1;
    const at = new Date().toISOString();
    const seen = { raw, reading, ...(request !== undefined && { request }) };
    this.#handed.push({ seq: this.#handedOver, at, ...seen, arrival: this.#arrived });
    const source = this.#arrivals.at(-1);
    if (!source) return;
    const bytes = source.body.length + RECORD_BYTES;
    source.bytes += bytes;
    this.#grow(bytes);
  }

  read(agent: string): Inbox {
    return { agent, arrivals: this.#arrivals.map(arrivalOf), handed: this.#handed.map(handedOf) };
  }

  #grow(bytes: number): void {
    const before = this.#bytes;
    this.#bytes += bytes;
    if (this.#bytes > AGENT_CAP_BYTES) this.#dropOldest();
    this.#changed(this.#bytes - before);
  }

  /** Keeps the newest arrivals that fit, at least one, and what was handed over of them. */
  #dropOldest(): void {
    let first = this.#arrivals.length - 1;
    let bytes = this.#arrivals[first]?.bytes ?? 0;
    for (; first > 0; first -= 1) {
      const more = this.#arrivals[first - 1]?.bytes ?? 0;
      if (bytes + more > AGENT_REST_BYTES) break;
      bytes += more;
    }
    const seq = this.#arrivals[first]?.seq ?? 0;
    this.#arrivals = this.#arrivals.slice(first);
    this.#handed = this.#handed.filter(({ arrival }) => arrival >= seq);
    this.#bytes = bytes;
  }
}

function arrivalOf({ seq, at, via, path, headers, body, said }: ArrivalRecord): Arrival {
  return {
    ...{ seq, at, via, path, headers, bodyBase64: body.toString('base64') },
    ...(said && { said: saidOf(said) }),
  };
}

function saidOf({ status, headers, body }: SaidBytes): Said {
  return { status, headers, bodyBase64: body.toString('base64') };
}

function handedOf({ arrival: _arrival, ...handed }: HandedRecord): Handed {
  return handed;
}
