import { parseJson } from '../../support/parse-json.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import type { Transport } from '../../wire/transmit.ts';
import { bearing } from '../bearing.ts';
import { platformOf } from '../platform-exchange.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';

/** The log of a workspace that a case has made for itself. */
export interface Log {
  readonly workspaceId: string;
  /** The page behind a row, or the newest rows. */
  read(sinceId?: string, limit?: number): Promise<Exchange>;
}

interface Unready {
  readonly unready: Exchange;
  readonly expected: string;
}

const DEADLINE_MS = 10_000;
/** Of none of these does the platform itself write any. */
const ROW_TYPE = 'agent_log';

/** Makes a workspace and writes so many rows into its log, one after the other. */
export async function openLog(transport: Transport, at: CaseAt, rows: number): Promise<Log | Unready> {
  const { url, adminToken } = platformOf(at);
  const sender = senderAt(transport, at);
  const deadlineMs = at.setting.deadlineMs ?? DEADLINE_MS;
  const ask = async (method: string, path: string, bearer: string | undefined, document?: unknown) => {
    const json = { ...bearing(bearer), 'content-type': 'application/json' };
    const body = Buffer.from(document === undefined ? '' : JSON.stringify(document));
    return sender.send({ purpose: 'replay', method, url: url + path, headers: json, body, deadlineMs });
  };
  const name = `${at.planned.id.replace('/', '-')}-${crypto.randomUUID().slice(0, 12)}`;
  const created = await ask('POST', '/workspaces', adminToken, { name, external: true, runtime: 'external' });
  const workspace = workspaceOf(created.reply?.body.toString());
  if (!workspace) return { unready: created.exchange, expected: 'POST /workspaces answers 201' };
  at.redactor.learn(workspace.bearer);
  const path = `/workspaces/${workspace.id}/activity`;
  for (let nth = 1; nth <= rows; nth += 1) {
    const row = { activity_type: ROW_TYPE, summary: `row ${nth}` };
    const { exchange } = await ask('POST', path, workspace.bearer, row);
    if (exchange.response?.status !== 200) return { unready: exchange, expected: `POST ${path} answers 200` };
  }
  return {
    workspaceId: workspace.id,
    read: async (sinceId, limit) => {
      const query = new URLSearchParams({
        type: ROW_TYPE,
        ...(sinceId !== undefined && { since_id: sinceId }),
        ...(limit !== undefined && { limit: `${limit}` }),
      });
      const { exchange } = await ask('GET', `${path}?${query}`, workspace.bearer);
      return exchange;
    },
  };
}

/** The ids of the rows of a page in their order; undefined when it is no page. */
export function idsIn({ response }: Exchange): readonly string[] | undefined {
  const rows = response?.status === 200 ? parseJson(textOfRecorded(response.body)) : undefined;
  if (!Array.isArray(rows)) return undefined;
  return rows.map((row: unknown) => String(Reflect.get(Object(row), 'id')));
}

function workspaceOf(body = ''): { readonly id: string; readonly bearer: string } | undefined {
  const document = Object(parseJson(body));
  const id: unknown = Reflect.get(document, 'id');
  const bearer: unknown = Reflect.get(Object(Reflect.get(document, 'connection')), 'auth_token');
  return typeof id === 'string' && typeof bearer === 'string' ? { id, bearer } : undefined;
}
