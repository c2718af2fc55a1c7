import { type Exclusion, suiteOf } from '../support/case.ts';
import { answerOf, answerOfFault, answersIn, whySkipped } from './answer.ts';
import type { CaseReport, Fault, Report, SuiteReport, Totals } from './report.ts';
import { partWords, scopeWords } from './scope.ts';
import { whyNot } from './words.ts';
import { renderXml, type XmlElement } from './xml.ts';

/**
 * The report as JUnit XML: `failure` accuses the subject, `error` the harness or the environment (a case that came
 * to no conclusion too), `skipped` is not applicable, expected by the baseline, or recorded and not judged. Faults of
 * the run are a suite.
 */
export function renderJunit(report: Report): string {
  const suites = [...report.suites.map((suite) => suiteElement(suite, report)), ...faultSuite(report.faults)];
  const { tests, failed, error, skipped } = answersIn(report);
  const part = partWords(report);
  const attributes = {
    name: ['assay', report.subject.name, ...(part === undefined ? [] : [`(${part})`])].join(' '),
    ...{ tests, failures: failed, errors: error, skipped },
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
    ...(report.scope ? [property('scope', scopeWords(report.scope))] : []),
    property('whole', String(report.whole)),
    ...Object.entries(totals satisfies Totals).map(([name, count]) =>
      property(`totals.${name}`, String(count)),
    ),
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
  const answer = answerOf(result);
  switch (answer) {
    case 'passed':
      return [];
    case 'failed':
      return [accusation('failure', result)];
    case 'error':
      return [accusation('error', result)];
    case 'skipped':
      return [{ name: 'skipped', attributes: { message: whySkipped(result) } }];
    default:
      return answer satisfies never;
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
  const cases = faults.map((fault, index) => ({
    name: 'testcase',
    attributes: { classname: 'run', name: `run/${index + 1}`, time: seconds(0) },
    children: [
      {
        name: answerOfFault(fault) === 'failed' ? 'failure' : 'error',
        attributes: { message: fault.reason, type: fault.verdict },
      },
    ],
  }));
  return [suiteElementOf('run', cases, [])];
}

function property(name: string, value: string): XmlElement {
  return { name: 'property', attributes: { name, value } };
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
