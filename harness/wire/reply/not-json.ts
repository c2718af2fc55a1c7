import { shorten } from '../document/print.ts';

/** What a body is that is not JSON, with its beginning. */
export function notJson(text: string, isEvent: boolean): string {
  const body = text.trim();
  if (body === '') return 'an empty body';
  const what = isEvent ? 'an event' : 'a body';
  return `${what} that is not JSON${kindOf(body)}: ${shorten(body, 100)}`;
}

function kindOf(body: string): string {
  if (body.startsWith('<')) return ', but HTML or XML';
  if (/^(?:event|data|id|retry|)\s*:/.test(body)) return ', but events without the type text/event-stream';
  const fault = syntaxFault(body);
  const [, position] = /at position (\d+)/.exec(fault) ?? [];
  if (/^Unexpected end|^Unterminated/.test(fault) || Number(position) >= body.length)
    return ' but breaks off';
  return /after JSON/.test(fault) ? ' but has something behind it' : '';
}

function syntaxFault(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
