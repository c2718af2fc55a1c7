import type { Trip } from '../page/page.ts';
import { docOfBody } from './doc.ts';
import { member, number, parsed, text } from './loose.ts';

const MAX_TRIPS = 60;
const MAX_URL_CHARS = 300;

/** The requests in an `exchanges.ndjson`, in their order; without bodies where `capBytes` is 0. */
export function exchangesIn(ndjson: string, capBytes: number): readonly Trip[] {
  const lines = ndjson.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, MAX_TRIPS).flatMap((line) => tripOf(parsed(line), capBytes) ?? []);
}

function tripOf(exchange: unknown, capBytes: number): Trip | undefined {
  const request = member(exchange, 'request');
  const method = text(member(request, 'method'));
  if (method === undefined) return undefined;
  const response = member(exchange, 'response');
  const failure = member(exchange, 'failure');
  const status = number(member(response, 'status'));
  return {
    purpose: text(member(exchange, 'purpose')) ?? '',
    method,
    url: (text(member(request, 'url')) ?? '').slice(0, MAX_URL_CHARS),
    ms: Math.round(number(member(exchange, 'durationMs')) ?? 0),
    ...(status !== undefined && { status }),
    ...(failure !== undefined && { failure: text(member(failure, 'code')) ?? 'no whole reply' }),
    ...(capBytes > 0 && bodies(request, response, capBytes)),
  };
}

function bodies(request: unknown, response: unknown, capBytes: number): Pick<Trip, 'request' | 'reply'> {
  const [sent, came] = [request, response].map((each) => docOfBody(member(each, 'body'), capBytes));
  return {
    ...(sent && sent.bytes > 0 && { request: sent }),
    ...(came && came.bytes > 0 && { reply: came }),
  };
}
