import { plant } from '../../../faults/plant.ts';

const COMPLETE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'message/send',
  params: { message: { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] } },
});

plant('runtime.forward', () => (body: Buffer) => {
  const isWhole = /[}\]]\s*$/.test(body.toString('latin1'));
  return isWhole ? body : Buffer.from(COMPLETE.padEnd(body.length));
});
