import { type CanaryEndpoint, lastLogLines } from '../../environment/index.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import type { Sender } from '../../wire/sender.ts';
import type { CaseAt } from '../suite.ts';
import { judgeContinuity } from './judge.ts';
import type { Observed } from './record.ts';

const LOG_LINES = 200;
const STORE_DEADLINE_MS = 5_000;

/** After a canary that did not pass: the last lines of the runtime, and its sessions where it shows them. */
export async function keepAfterFailure(
  observed: Observed,
  { world, evidence }: Pick<CaseAt, 'world' | 'evidence'>,
  { url, service, terms }: CanaryEndpoint,
  sender: Sender,
): Promise<void> {
  if (judgeContinuity(observed, false).verdict === 'passed') return;
  const services = world?.services.filter(({ name }) => name === service) ?? [];
  const lines = lastLogLines({ services }, new Map(), LOG_LINES);
  if (lines.length > 0)
    evidence.text(
      'runtime.log',
      lines.map(({ text }) => text),
    );
  const { exchange } = await sender.send({
    ...{ purpose: 'observe', method: 'GET', url: `${url}/admin/session-store`, headers: terms.headers },
    ...{ body: Buffer.alloc(0), deadlineMs: STORE_DEADLINE_MS },
  });
  const { response } = exchange;
  if (response?.status === 200) evidence.text('session-store.json', [textOfRecorded(response.body)]);
}
