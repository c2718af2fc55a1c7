/** Entries whose messages are answered by a stream where the sender hears it to its end. */
export const STREAMED = [
  'hg-stream-content',
  'v03-stream',
  'v03-stream-id-zero',
  'v03-stream-input-required',
  'v03-stream-long',
  'v03-stream-no-accept',
  'v03-stream-platform',
  'v03-stream-platform-asks',
  'v03-stream-platform-full',
  'v03-stream-platform-long',
  'v03-stream-platform-task',
  'v03-stream-scripts',
  'v03-stream-task',
];
