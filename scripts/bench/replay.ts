import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { NONCE_PLACEHOLDER } from '../../harness/corpus/payload.ts';
import { type BulkItem, type BulkSummary, replayBulk, resultWriter } from '../../harness/replay/index.ts';
import { RUN_TYPESCRIPT } from '../../harness/support/typescript.ts';

/**
 * How fast the bulk engine replays, with every reply validated and recorded, beside what autocannon reaches on the
 * same bare echo in the same run; then how much memory a long replay takes. Prints figures, asserts nothing.
 *
 *     npm run bench:replay -- [--replays 1000000] [--rounds 5] [--round-seconds 4] [--concurrency 10]
 */
async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const echo = await startEcho();
  try {
    print(`bare echo at ${echo.url}, message of ${BODY.length} bytes, concurrency ${options.concurrency}`);
    await compare(echo.url, folder, options);
    await longRun(echo.url, folder, options);
  } finally {
    await echo.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Options {
  readonly replays: number;
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly concurrency: number;
}

function optionsOf(argv: readonly string[]): Options {
  const number = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
  const { values } = parseArgs({
    args: [...argv],
    options: {
      replays: number(1_000_000),
      rounds: number(5),
      'round-seconds': number(4),
      concurrency: number(10),
    },
  });
  return {
    replays: Number(values.replays),
    rounds: Number(values.rounds),
    roundSeconds: Number(values['round-seconds']),
    concurrency: Number(values.concurrency),
  };
}

/** The echo answers with the message that it finds last in these bytes, so `message` comes last here. */
const BODY = Buffer.from(
  JSON.stringify({
    jsonrpc: '2.0',
    id: 'bench',
    method: 'message/send',
    params: {
      configuration: { blocking: true, acceptedOutputModes: ['text/plain'] },
      message: {
        kind: 'message',
        role: 'user',
        messageId: '6f2d9d2e-7a35-4a6f-9a57-2f8f6a1f0c11',
        contextId: '0b8b6f0e-0f3a-4c59-8d53-6a3f5c9be7d2',
        parts: [
          {
            kind: 'text',
            text: `${NONCE_PLACEHOLDER} Please read the release notes of the last three versions, list what changed on the wire, and say for each change which of our clients would have to follow and by when.`,
          },
        ],
        metadata: { channel: 'bench', attempt: 1 },
      },
    },
  }),
);

const HEADERS = { 'content-type': 'application/json' };

async function compare(url: string, folder: string, options: Options): Promise<void> {
  const rounds: { readonly autocannon: number; readonly assay: number }[] = [];
  await runAutocannon(url, 1, options.concurrency);
  await runAssay(url, join(folder, 'warm.ndjson'), { ...options, seconds: 1 });
  for (let round = 0; round < options.rounds; round += 1) {
    const cannon = await runAutocannon(url, options.roundSeconds, options.concurrency);
    const assay = await runAssay(url, join(folder, 'round.ndjson'), {
      ...options,
      seconds: options.roundSeconds,
    });
    rounds.push({ autocannon: cannon, assay: assay.ratePerSecond });
    print(
      `round ${round + 1}: autocannon ${rate(cannon)}, assay ${rate(assay.ratePerSecond)}, ratio ${ratio(assay.ratePerSecond / cannon)}`,
    );
  }
  const cannon = median(rounds.map((round) => round.autocannon));
  const assay = median(rounds.map((round) => round.assay));
  print(
    `median: autocannon ${rate(cannon)}, assay ${rate(assay)}, ratio ${ratio(assay / cannon)} (target 0.40, aim 0.60)`,
  );
}

async function runAutocannon(url: string, seconds: number, connections: number): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: HEADERS,
    body: BODY,
  });
  return result.requests.total / result.duration;
}

async function runAssay(
  url: string,
  file: string,
  { seconds, concurrency }: { readonly seconds: number; readonly concurrency: number },
): Promise<BulkSummary> {
  return replayTo(file, url, {
    concurrency,
    repeat: Number.MAX_SAFE_INTEGER,
    signal: AbortSignal.timeout(seconds * 1_000),
  });
}

async function longRun(url: string, folder: string, { replays, concurrency }: Options): Promise<void> {
  if (replays === 0) return;
  const quarters: number[][] = [[], [], [], []];
  const onProgress = ({ done }: { readonly done: number }) => {
    quarters[Math.min(3, Math.floor((done / replays) * 4))]?.push(process.memoryUsage.rss());
  };
  const summary = await replayTo(join(folder, 'long.ndjson'), url, {
    concurrency,
    repeat: replays,
    onProgress,
  });
  const [first = 0, second = 0, third = 0, last = 0] = quarters.map(
    (samples) => median(samples) / 1024 / 1024,
  );
  print(
    `${summary.requests} replays in ${(summary.durationMs / 1_000).toFixed(1)} s, ${rate(summary.ratePerSecond)}, ` +
      `answered ${summary.outcomes.answered}, p50 ${summary.latencyMs.p50.toFixed(2)} ms, p99 ${summary.latencyMs.p99.toFixed(2)} ms`,
  );
  const all = [first, second, third, last].map((mebibytes) => `${mebibytes.toFixed(0)} MiB`).join(', ');
  print(
    `resident memory by quarter: ${all}; last against second ${(((last - second) / second) * 100).toFixed(1)} %`,
  );
}

async function replayTo(
  file: string,
  url: string,
  options: Pick<Parameters<typeof replayBulk>[0], 'concurrency' | 'repeat' | 'signal' | 'onProgress'>,
): Promise<BulkSummary> {
  const stream = createWriteStream(file);
  const writer = resultWriter(stream);
  const summary = await replayBulk({
    source: oneItem(),
    url,
    deadlineMs: 10_000,
    onResult: (result) => writer.write(result),
    ...options,
  });
  await writer.flush();
  stream.end();
  await finished(stream);
  return summary;
}

async function* oneItem(): AsyncGenerator<BulkItem> {
  yield { id: 'bench', headers: HEADERS, body: BODY };
}

async function startEcho() {
  const script = fileURLToPath(new URL('replay-echo.ts', import.meta.url));
  const child = spawn(process.execPath, [...RUN_TYPESCRIPT, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const [url] = await Promise.race([
    new Promise<[string]>((resolve) => lines.once('line', (line) => resolve([line]))),
    exited.then(() => Promise.reject(new Error('the echo did not start'))),
  ]);
  const stop = async () => {
    child.stdin.end();
    await exited;
  };
  return { url, stop };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`;
}

function ratio(value: number): string {
  return value.toFixed(2);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
