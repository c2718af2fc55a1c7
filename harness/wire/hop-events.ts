/** The events of a stream as they come, each with the empty line that ends it; what follows the last comes at the end. */
export async function* eventsIn(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = endOfEvent(text); end > 0; end = endOfEvent(text)) {
      yield text.slice(0, end);
      text = text.slice(end);
    }
  }
  if (text !== '') yield text;
}

const EMPTY_LINE = /\r\n\r\n|\n\n|\r\r/;

function endOfEvent(text: string): number {
  const found = EMPTY_LINE.exec(text);
  return found ? found.index + found[0].length : 0;
}
