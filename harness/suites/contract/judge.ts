import type { Finding } from '../../support/verdict.ts';
import { shorten } from '../../wire/document/print.ts';
import { HANG } from '../../wire/failure.ts';
import { whyLimited } from '../../wire/rate-limit.ts';
import { trailOf } from '../log-lines.ts';
import { replyInWords } from '../platform-exchange.ts';
import type { Judged } from '../suite.ts';
import type { Check } from './language/checks.ts';
import { type ReplyPattern, whyUnlike } from './language/pattern.ts';
import type { Reply } from './language/reply.ts';
import type { Observed } from './perform.ts';

/** What a case comes to: a finding for each check that does not hold; nothing was green that checked nothing. */
export function judgeContract({ checks, exchanges, unjudged }: Observed): Judged {
  if (unjudged !== undefined) {
    return { verdict: 'not-applicable', findings: [], reason: unjudged, observations: 0, bytesSent: 0 };
  }
  const broken = checks.map((check) => ({ check, findings: findingsOf(check) })).filter(isBroken);
  const findings = broken.flatMap((each) => each.findings);
  const bytesSent = exchanges.reduce((sum, { request }) => sum + request.body.bytes, 0);
  const told = broken.flatMap(({ check }) => (check.kind === 'reply' ? [check.reply.exchange] : []));
  const about = told[0] ?? exchanges.at(-1);
  const seen = { observations: exchanges.length, bytesSent, ...(about && { trail: trailOf(about) }) };
  if (checks.length === 0) {
    return { ...seen, findings, verdict: 'errored', reason: 'The case has not checked anything.' };
  }
  const [first] = findings;
  if (!first) return { ...seen, findings, verdict: 'passed' };
  const limited = exchanges.map(whyLimited).find((why) => why !== undefined);
  if (limited !== undefined) return { ...seen, findings: [], verdict: 'inconclusive', reason: limited };
  const hangs = told.some(({ failure }) => failure?.code === HANG);
  return { ...seen, findings, verdict: 'failed', reason: first.actual, ...(hangs && { outcome: 'hang' }) };
}

function isBroken({ findings }: { readonly findings: readonly Finding[] }): boolean {
  return findings.length > 0;
}

const MAX_CHARS = 400;

function findingsOf(check: Check): readonly Finding[] {
  const { what, clause, kind } = check;
  switch (kind) {
    case 'reply': {
      const whys = whysOf(check.reply, check.pattern);
      const actual = replyInWords(check.reply.exchange);
      return whys.map(({ expected, why }) => ({
        ...{ clause, expected: [`${what}: ${expected}`] },
        actual: `${what}: ${actual}${why === undefined ? '' : `; ${why}`}`,
      }));
    }
    case 'value': {
      const { actual, pattern, whole } = check;
      const why = whyUnlike(actual, pattern, whole);
      if (why === undefined) return [];
      return [
        { clause, expected: [`${what}: ${inWords(pattern)}`], actual: `${what}: ${inWords(actual)}; ${why}` },
      ];
    }
    default:
      return kind satisfies never;
  }
}

interface Why {
  readonly expected: string;
  readonly why?: string;
}

/** One reason for a reply that is not there or has another status: what is in it hardly matters then. */
function whysOf(reply: Reply, pattern: ReplyPattern): readonly Why[] {
  const { status, headers = {}, text, without = [], leaks = [] } = pattern;
  const statuses = [status ?? []].flat();
  if (reply.status === undefined || (statuses.length > 0 && !statuses.includes(reply.status)))
    return [{ expected: statuses.length > 0 ? `HTTP ${statuses.join(' or ')}` : 'a reply' }];
  return [
    ...documentWhys(reply, pattern),
    ...Object.entries(headers).flatMap(([name, wanted]) => headerWhys(reply, name, wanted)),
    ...textWhys(reply, text),
    ...without.flatMap((key) =>
      Object.hasOwn(Object(reply.json), key) ? [{ expected: `no member ${key}`, why: `it has ${key}` }] : [],
    ),
    ...leaks.flatMap((leak) =>
      reply.text.includes(leak) ? [{ expected: 'nothing internal', why: `it tells ${leak}` }] : [],
    ),
  ];
}

function documentWhys({ json }: Reply, pattern: ReplyPattern): readonly Why[] {
  const why = 'like' in pattern ? whyUnlike(json, pattern.like, false) : undefined;
  return why === undefined ? [] : [{ expected: inWords(pattern.like), why }];
}

function headerWhys({ headers }: Reply, name: string, wanted: string | RegExp | null): readonly Why[] {
  const value = headers[name];
  const why = value === undefined ? `there is no ${name}` : `${name} is ${value}`;
  if (wanted === null) return value === undefined ? [] : [{ expected: `no header ${name}`, why }];
  const holds = typeof wanted === 'string' ? value === wanted : value !== undefined && wanted.test(value);
  return holds ? [] : [{ expected: `${name}: ${wanted}`, why }];
}

function textWhys({ text }: Reply, wanted: string | RegExp | undefined): readonly Why[] {
  if (wanted === undefined) return [];
  const holds = typeof wanted === 'string' ? text === wanted : wanted.test(text);
  return holds ? [] : [{ expected: `the body ${inWords(String(wanted))}` }];
}

/** Matchers stand for what they match. */
function inWords(value: unknown): string {
  const text = JSON.stringify(value, (_key, member: unknown) => {
    const matcher: unknown = Reflect.get(Object(member), 'pactum_type');
    return typeof matcher === 'string' ? `<${matcher}>` : member;
  });
  return shorten(text ?? String(value), MAX_CHARS);
}
