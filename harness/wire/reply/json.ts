import { parseJson } from '../../support/parse-json.ts';
import { type ReplyBody, textOfReply } from './text.ts';

/** The JSON value of a reply, `undefined` when it is none. */
export function jsonOfReply(reply: ReplyBody): unknown {
  const read = textOfReply(reply);
  return 'text' in read ? parseJson(read.text) : undefined;
}
