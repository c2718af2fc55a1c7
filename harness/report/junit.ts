import { type Exclusion, suiteOf } from '../support/case.ts';
import type { CaseReport, Fault, Report, SuiteReport } from './report.ts';
import { headingOf } from './totals.ts';
import { faultsBesideCases, whyNot } from './words.ts';
import { renderXml, type XmlElement } from './xml.ts';

/**
 * The report as JUnit XML: `failure` accuses the subject, `error` the harness or the environment (a case that came
 * to no conclusion too), `skipped` is not applicable or expected by the baseline. Faults of the run are a suite.
 */
export function renderJunit(report: Report): string {
  const suites = [
    ...report.suites.map((suite) => suiteElement(suite, report)),
    ...faultSuite(faultsBesideCases(report)),
  ];
  const attributes = {
    name: `assay ${report.subject.name}`,
    ...sumOf(suites),
    time: seconds(report.durationMs),
    timestamp: report.startedAt,
  };
  return renderXml({ name: 'testsuites', attributes, children: suites });
}

function suiteElement({ suite, totals }: SuiteReport, report: Report): XmlElement {
  const cases = report.cases.filter((each) => each.suite === suite);
  const excluded = report.notApplicable.filter(({ id }) => suiteOf(id) === suite);
  const properties = [
    property('seed', String(report.seed)),
    property('policy.as-recorded', String(totals.policyAsRecorded)),
    property('policy.changed', String(totals.policyChanged)),
  ];
  return suiteElementOf(suite, [...cases.map(caseElement), ...excluded.map(excludedElement)], properties);
}

function suiteElementOf(
  name: string,
  cases: readonly XmlElement[],
  properties: readonly XmlElement[],
): XmlElement {
  const holding = (child: string) =>
    cases.filter(({ children = [] }) => children.some((each) => each.name === child));
  const timeOf = ({ attributes }: XmlElement) => Number(attributes?.time ?? 0);
  const attributes = {
    name,
    tests: cases.length,
    failures: holding('failure').length,
    errors: holding('error').length,
    skipped: holding('skipped').length,
    time: cases.reduce((sum, each) => sum + timeOf(each), 0).toFixed(3),
  };
  const head = properties.length > 0 ? [{ name: 'properties', children: properties }] : [];
  return { name: 'testsuite', attributes, children: [...head, ...cases] };
}

function caseElement(result: CaseReport): XmlElement {
  const properties = [
    property('clause', result.clause),
    property('title', result.title),
    ...(result.policy ? [property('policy', result.policy)] : []),
    ...(result.baseline
      ? [property('baseline', `${result.baseline.owner}, until ${result.baseline.expires}`)]
      : []),
  ];
  const place = result.findings.find((finding) => finding.place)?.place;
  const attributes = {
    ...{ classname: result.suite, name: result.id, time: seconds(result.durationMs) },
    ...(place && { file: place.file, line: place.line }),
  };
  const children = [{ name: 'properties', children: properties }, ...outcomeOf(result)];
  return { name: 'testcase', attributes, children };
}

function outcomeOf(result: CaseReport): readonly XmlElement[] {
  const heading = headingOf(result);
  if (result.baseline)
    return [{ name: 'skipped', attributes: { message: `expected: ${result.baseline.reason}` } }];
  switch (heading) {
    case 'passed':
    case 'policy':
      return [];
    case 'failed':
      return [accusation('failure', result)];
    case 'errored':
    case 'inconclusive':
      return [accusation('error', result)];
    case 'not-applicable':
      return [{ name: 'skipped', attributes: { message: result.reason ?? 'not applicable' } }];
    default:
      return heading satisfies never;
  }
}

function accusation(name: 'failure' | 'error', result: CaseReport): XmlElement {
  const why = whyNot(result);
  const parts = [why, result.diff ?? '', ...(result.logLines ?? []), `Reproduce with: ${result.reproduce}`];
  const attributes = {
    message: why.split('\n')[0] ?? '',
    type: result.findings[0]?.clause ?? result.verdict,
  };
  return { name, attributes, text: parts.filter(Boolean).join('\n') };
}

function excludedElement({ id, reason }: Exclusion): XmlElement {
  const attributes = { classname: suiteOf(id), name: id, time: seconds(0) };
  return { name: 'testcase', attributes, children: [{ name: 'skipped', attributes: { message: reason } }] };
}

function faultSuite(faults: readonly Fault[]): readonly XmlElement[] {
  if (faults.length === 0) return [];
  const cases = faults.map(({ verdict, reason }, index) => ({
    name: 'testcase',
    attributes: { classname: 'run', name: `run/${index + 1}`, time: seconds(0) },
    children: [
      { name: verdict === 'failed' ? 'failure' : 'error', attributes: { message: reason, type: verdict } },
    ],
  }));
  return [suiteElementOf('run', cases, [])];
}

function sumOf(suites: readonly XmlElement[]): Readonly<Record<string, number>> {
  const keys = ['tests', 'failures', 'errors', 'skipped'] as const;
  const total = (key: string) =>
    suites.reduce((sum, { attributes }) => sum + Number(attributes?.[key] ?? 0), 0);
  return Object.fromEntries(keys.map((key) => [key, total(key)]));
}

function property(name: string, value: string): XmlElement {
  return { name: 'property', attributes: { name, value } };
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
