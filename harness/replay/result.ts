import type { Writable } from 'node:stream';
import type { BulkVerdict } from './expectation.ts';
import type { ReplyOutcome } from './outcome.ts';
import { unwritten } from './unwritten.ts';

/** One sending and what its reply said. */
export interface BulkResult {
  readonly seq: number;
  readonly entry: string;
  readonly nonce: string;
  readonly outcome: ReplyOutcome;
  /** What the outcome is against the expectation. */
  readonly verdict: BulkVerdict;
  /** HTTP status, 0 when no head came; a head without its whole body has one too. */
  readonly status: number;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly replySha256: string;
  readonly note?: string;
}

/** Writes results as NDJSON in batches; what `write` gives back must be awaited, it is the back-pressure. */
export interface ResultWriter {
  write(result: BulkResult): Promise<void> | undefined;
  /** Writes what is left; must be called once, at the end. */
  flush(): Promise<void>;
}

const BATCH_CHARACTERS = 64 * 1024;

/** A writer onto any stream; an error of the stream is thrown by the next write or by `flush`. */
export function resultWriter(stream: Writable): ResultWriter {
  // The failure of a write is told to whoever wrote; nobody else need be surprised by it.
  stream.on('error', () => undefined);
  let batch = '';
  let writing: Promise<void> | undefined;
  const writeBatch = () => {
    const text = batch;
    batch = '';
    writing = (writing ?? Promise.resolve()).then(() => written(stream, text));
    return writing;
  };
  return {
    write(result) {
      batch += lineOf(result);
      return batch.length < BATCH_CHARACTERS ? undefined : writeBatch();
    },
    flush: () => writeBatch(),
  };
}

function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(unwritten(error)) : resolve()));
  });
}

/** As JSON.stringify would write it, for a tenth of the time. */
function lineOf(result: BulkResult): string {
  const {
    seq,
    entry,
    nonce,
    outcome,
    verdict,
    status,
    durationMs,
    requestBytes,
    replyBytes,
    replySha256,
    note,
  } = result;
  return (
    `{"seq":${seq},"entry":${JSON.stringify(entry)},"nonce":"${nonce}","outcome":"${outcome}","verdict":"${verdict}","status":${status},` +
    `"durationMs":${durationMs.toFixed(3)},"requestBytes":${requestBytes},"replyBytes":${replyBytes},` +
    `"replySha256":"${replySha256}"${note === undefined ? '' : `,"note":${JSON.stringify(note)}`}}\n`
  );
}
