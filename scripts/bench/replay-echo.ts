import { createServer } from 'node:http';

/**
 * The bare echo that replaying is measured against: no framework, the message of the request sliced out of its bytes
 * and put into a JSON-RPC result. Prints its URL as a line on stdout; exits when stdin closes.
 */
const HEAD = Buffer.from('{"jsonrpc":"2.0","id":"bench","result":');
const TAIL = Buffer.from('}');
const MARK = '"message":';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [only] = chunks;
    const body = chunks.length === 1 && only ? only : Buffer.concat(chunks);
    const message = body.subarray(body.indexOf(MARK) + MARK.length, body.length - 2);
    const length = HEAD.length + message.length + TAIL.length;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
    response.end(Buffer.concat([HEAD, message, TAIL], length));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}/\n`);
});
process.stdin.resume();
process.stdin.on('close', () => process.exit(0));
