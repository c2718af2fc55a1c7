/** The bytes of a message, read to its end; rejects when it breaks off. */
export async function wholeBody(message: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
