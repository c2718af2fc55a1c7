import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paramsOf, startTalk } from './testing.ts';

const A = { contextId: 'a' };
const B = { contextId: 'b' };

it('knows in a context what it was told there, and nothing of it elsewhere', async () => {
  await using talk = await startTalk();
  expect(await talk.say('Hello, my name is Ada.', A)).toBe('I have noted that.');
  expect(await talk.say('What is my name?', A)).toBe('Your name is Ada.');
  expect(await talk.say('What is my name?', B)).toBe('I do not know your name.');
  expect(await talk.say('What is my name?')).toBe('I do not know your name.');
});

it('answers a text that nothing matches with its fixed line, in canary mode alone', async () => {
  await using canary = await startTalk();
  await using other = await startTalk({ canaryMode: false });
  expect(await canary.say('Lorem ipsum.', A)).toBe('Canary mode active.');
  expect(await other.say('Lorem ipsum.', A)).not.toBe('Canary mode active.');
  expect((await fetch(`${other.url}/admin/session-store`)).status).toBe(404);
});

it('reads a file alone, one with a caption, and one of an earlier turn', async () => {
  await using talk = await startTalk();
  const file = { name: 'notes.txt', text: 'The code is k7.' };
  expect(await talk.say('', A, [file])).toContain('notes.txt');
  expect(await talk.say('What stands in the file?', A)).toContain('k7');
  expect(await talk.say('Summarize this.', B, [file])).toContain('k7');
  expect(await talk.say('Which files are attached to this message?', B)).toBe(
    'Nothing is attached to this message.',
  );
});

it('keeps in its memory tool for all contexts what it is asked to', async () => {
  await using talk = await startTalk();
  await talk.say('Please use the memory tool to remember: my favourite colour is teal.', A);
  expect(await talk.say('Use the memory tool to recall my favourite colour.', B)).toContain('teal');
  expect(await talk.say('Use the memory tool to recall my shoe size.', B)).toContain('has no');
});

it('knows what it said itself', async () => {
  await using talk = await startTalk();
  const picked = await talk.say('Pick a random number for us.', A);
  expect(await talk.say('Which number did you pick?', A)).toBe(picked);
  expect(await talk.say('Which number did you pick?', B)).toBe('I have not picked any number.');
});

it('asks before it goes on, takes the answer in the same task, and refuses it from another context', async () => {
  await using talk = await startTalk();
  await talk.say('My name is Ada.', A);
  const asked = await talk.ask('message/send', paramsOf('Book a table. Ask me for the city first.', A));
  expect(asked.result?.status.state).toBe('input-required');
  const taskId = asked.result?.id;
  expect(await talk.say('Oslo', { ...B, taskId })).toMatch(/^error -32602/);
  expect(await talk.say('Oslo', { ...A, taskId })).toBe('Booked a table in Oslo, for Ada.');
});

it('forgets a turn that was cancelled, and goes on', async () => {
  await using talk = await startTalk();
  const params = paramsOf('Take your time and tell me a story about Atlantis, my town is Atlantis.', A);
  const begun = await talk.ask('message/send', { ...params, configuration: { blocking: false } });
  const canceled = await talk.ask('tasks/cancel', { id: begun.result?.id });
  expect(canceled.result?.status.state).toBe('canceled');
  expect(await talk.say('What is my town?', A)).toBe('I do not know your town.');
});

it('keeps both of two turns at once', async () => {
  await using talk = await startTalk();
  await Promise.all([talk.say('My dog is Rex.', A), talk.say('My cat is Tom.', A)]);
  expect(await talk.say('What is my dog, and what is my cat?', A)).toBe('Your dog is Rex. Your cat is Tom.');
});

it('knows after a restart what it knew before, where it has a folder', async () => {
  const memoryRoot = await mkdtemp(join(tmpdir(), 'canary-'));
  try {
    {
      await using talk = await startTalk({ memoryRoot });
      await talk.say('My name is Ada.', A);
    }
    await using again = await startTalk({ memoryRoot });
    expect(await again.say('What is my name?', A)).toBe('Your name is Ada.');
    expect(await again.say('What is my name?', B)).toBe('I do not know your name.');
  } finally {
    await rm(memoryRoot, { recursive: true });
  }
});

it('streams a turn, and keeps it when the reader goes away', async () => {
  await using talk = await startTalk();
  const abort = new AbortController();
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'message/stream',
    params: paramsOf('My name is Ada.', A),
  });
  const response = await fetch(talk.url, { method: 'POST', body, signal: abort.signal });
  await response.body?.getReader().read();
  abort.abort();
  expect(await talk.say('What is my name?', A)).toBe('Your name is Ada.');
});

it.each([
  ['{"jsonrpc":', 400, -32700],
  ['[]', 200, -32600],
  ['{"jsonrpc":"2.0","id":1,"method":"nope","params":{}}', 200, -32601],
])('answers %s with an error', async (body, status, code) => {
  await using talk = await startTalk();
  const response = await fetch(talk.url, { method: 'POST', body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
});
