import { headerOf, type Message } from '../../../wire/hop-style.ts';
import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const mediaTypeOtherwise: Neutral = {
  id: 'N-media-type-otherwise',
  title: 'the platform writes media types in capitals, and charsets in quotes without a space before them',
  plant: beforePlatform({ reply: { change: otherwise } }),
};

function otherwise(message: Message): Message {
  if (headerOf(message.headers, 'content-type') === undefined) return message;
  const headers = message.headers.map(([name, value]) => {
    const isType = name.toLowerCase() === 'content-type';
    return [
      name,
      isType
        ? value.replace('application/json', 'Application/JSON').replace('; charset=utf-8', ';Charset="UTF-8"')
        : value,
    ] as const;
  });
  return { ...message, headers };
}
