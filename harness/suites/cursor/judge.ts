import { parseJson } from '../../support/parse-json.ts';
import type { Finding } from '../../support/verdict.ts';
import { whyLimited } from '../../wire/rate-limit.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import { judgeExchange, replyInWords } from '../platform-exchange.ts';
import type { Judged } from '../suite.ts';
import { type Observed, type Page, ROWS } from './perform.ts';
import { idsIn } from './workspace-log.ts';

type Read = Extract<Observed, { readonly kind: unknown }>;

/** What a case comes to. */
export function judgeCursor(observed: Observed): Judged {
  if ('unjudged' in observed) {
    const { unjudged: reason } = observed;
    return { verdict: 'not-applicable', findings: [], reason, observations: 0, bytesSent: 0 };
  }
  if ('unready' in observed) {
    const { unready, expected } = observed;
    const finding = { clause: 'C.1', expected: [expected], actual: replyInWords(unready) };
    return { ...judgeExchange(unready, [finding]), observations: 0 };
  }
  const { whole, pages } = observed;
  const asked = [whole, ...pages.map(({ exchange }) => exchange)];
  const limited = asked.find((exchange) => whyLimited(exchange) !== undefined);
  const judged = judgeExchange(limited ?? asked.at(-1) ?? whole, findingsIn(observed));
  return { ...judged, observations: asked.length };
}

function findingsIn(observed: Read): readonly Finding[] {
  const newestFirst = idsIn(observed.whole);
  if (newestFirst?.length !== ROWS) {
    return [finding(`the log shows its ${ROWS} rows`, replyInWords(observed.whole))];
  }
  if (observed.kind === 'unknown' || observed.kind === 'foreign') return observed.pages.flatMap(goneFindings);
  const oldestFirst = newestFirst.toReversed();
  return observed.pages.flatMap((page, at) => pageFindings(page, oldestFirst, at === 0 ? ROWS : 1));
}

/** Which rows come behind one of them, and nothing else. */
function pageFindings(
  { cursor, exchange }: Page,
  oldestFirst: readonly string[],
  limit: number,
): readonly Finding[] {
  const place = oldestFirst.indexOf(cursor);
  const wanted = oldestFirst.slice(place + 1).slice(0, limit);
  const came = idsIn(exchange);
  if (!came) return [finding('a page of rows', replyInWords(exchange))];
  if (came.join() === wanted.join()) return [];
  const expected = `behind row ${place + 1} of ${ROWS} come ${inWords(wanted, oldestFirst)}`;
  const actual = `behind row ${place + 1} of ${ROWS} came ${inWords(came, oldestFirst)}`;
  return [finding(expected, actual)];
}

function inWords(ids: readonly string[], oldestFirst: readonly string[]): string {
  const places = ids.map((id) => oldestFirst.indexOf(id) + 1 || 'a strange one');
  return places.length === 0 ? 'no rows' : `the rows ${places.join(', ')}`;
}

const GONE =
  'since_id cursor not found (row may have been pruned or belongs to a different workspace); omit since_id to reset';

/** One and the same answer for both, so that nobody learns what other logs hold. */
function goneFindings({ exchange }: Page): readonly Finding[] {
  const { response } = exchange;
  const document = response && parseJson(textOfRecorded(response.body));
  if (response?.status === 410 && Reflect.get(Object(document), 'error') === GONE) return [];
  return [finding(`410 with the error "${GONE}"`, replyInWords(exchange))];
}

function finding(expected: string, actual: string): Finding {
  return { clause: 'C.1', expected: [expected], actual };
}
