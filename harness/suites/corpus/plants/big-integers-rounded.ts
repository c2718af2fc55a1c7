import { plant } from '../../../faults/plant.ts';

interface Captured {
  readonly body: Buffer;
}

plant('runtime.capture', () => (captured: Captured) => {
  const text = captured.body.toString('latin1');
  const rounded = text.replace(/(?<=[:,[]\s*)-?\d{16,}(?=\s*[,}\]])/g, (digits) => String(Number(digits)));
  return { ...captured, body: rounded === text ? captured.body : Buffer.from(rounded, 'latin1') };
});
