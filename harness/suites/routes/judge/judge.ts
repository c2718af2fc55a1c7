import type { Finding } from '../../../support/verdict.ts';
import { HANG } from '../../../wire/failure.ts';
import type { CaseRecord } from '../../corpus/case-record.ts';
import { faultOf } from '../../corpus/judge/judge-case.ts';
import { numberRuleOf } from '../../corpus/judge/number-rule.ts';
import { trailOf } from '../../log-lines.ts';
import type { Judged } from '../../suite.ts';
import type { Observed, Routes } from '../perform.ts';
import { routeFindings, whyFewerThanTwo } from './compare.ts';
import { diffOfRoutes } from './diff.ts';

/** Compares what two routes led to; with fewer than two nothing was compared, and nothing passes. */
export function judgeRoutes(observed: Observed): Judged {
  if ('unjudged' in observed)
    return {
      verdict: 'inconclusive',
      findings: [],
      reason: observed.unjudged,
      observations: 0,
      bytesSent: 0,
    };
  const { entry, routes } = observed;
  const { platform, direct, forwarded } = routes;
  const traffic = trafficOf(routes);
  if (platform.preparationFinding) return failed([platform.preparationFinding], platform, traffic);
  if (!direct || !forwarded)
    return { ...traffic, verdict: 'inconclusive', findings: [], reason: 'fewer than two routes were tried' };
  const fault = [platform, direct, forwarded].map(faultOf).find((why) => why !== undefined);
  if (fault !== undefined) return { ...traffic, verdict: 'errored', findings: [], reason: fault };
  const both = { platform, direct, forwarded };
  const reason = whyFewerThanTwo(both);
  if (reason !== undefined) return { ...traffic, verdict: 'inconclusive', findings: [], reason };
  const findings = routeFindings(both, numberRuleOf({ ...entry, route: 'platform' }));
  if (findings.length === 0) return { ...traffic, verdict: 'passed', findings };
  const diff = diffOfRoutes(both);
  return { ...failed(findings, platform, traffic), ...(diff !== '' && { diff }) };
}

type Traffic = Pick<Judged, 'observations' | 'bytesSent'>;

function failed(findings: readonly Finding[], platform: CaseRecord, traffic: Traffic): Judged {
  const exchanges = [...platform.prepare, ...platform.steps.map(({ exchange }) => exchange)];
  const last = exchanges.at(-1);
  const hangs = exchanges.some(({ failure }) => failure?.code === HANG);
  return {
    ...{ ...traffic, verdict: 'failed', findings },
    ...(findings[0] && { reason: findings[0].actual }),
    ...(hangs && { outcome: 'hang' }),
    ...(last && { trail: trailOf(last) }),
  };
}

function trafficOf({ platform, direct, forwarded }: Routes): Traffic {
  const records = [...new Set([platform, direct, forwarded])];
  const steps = records.flatMap((record) => record?.steps ?? []);
  const bytesSent = steps.reduce((sum, { exchange }) => sum + exchange.request.body.bytes, 0);
  return { observations: steps.length, bytesSent };
}
