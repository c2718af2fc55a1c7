import { expect, test } from 'vitest';
import { caseHash, casesHash, faultHash, routeOf } from './route.ts';

test('an address leads back to the view that it was made for', () => {
  const filter = { suite: 'corpus', q: 'a&b #?', verdict: 'failed' };
  expect(routeOf(casesHash(filter))).toEqual({ view: 'cases', filter });
  const id = 'corpus/odd %20 name?#@0.3';
  expect(routeOf(caseHash(id, filter))).toEqual({ view: 'case', id, filter });
  expect(routeOf(faultHash('M1/odd %'))).toEqual({ view: 'fault', id: 'M1/odd %' });
  expect(routeOf('#/proof')).toEqual({ view: 'proof' });
  expect(routeOf('#/clauses')).toEqual({ view: 'clauses' });
});

test('an address that names nothing leads to the summary, one that is broken to a case that is not there', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#javascript:alert(1)'])
    expect(routeOf(hash)).toEqual({ view: 'summary' });
  expect(routeOf('#/case/%E0%A4%A')).toEqual({ view: 'case', id: '%E0%A4%A', filter: {} });
});

test('a filter knows its own names and no others', () => {
  expect(routeOf('#/cases?suite=a&__proto__=b&view=c&q=')).toEqual({ view: 'cases', filter: { suite: 'a' } });
});
