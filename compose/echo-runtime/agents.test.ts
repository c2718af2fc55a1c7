import { describe, expect, it } from 'vitest';
import { Agents } from './agents.ts';

const MEBIBYTE = 1024 * 1024;

describe('the byte cap on inboxes', () => {
  it('drops the agents that were used least recently, and only idle ones', () => {
    const { agents, clock } = agentsAt(0);
    fill(agents, 'old', 30);
    fill(agents, 'older-but-used', 20);
    clock.nowMs = 10_000;
    agents.open('older-but-used');
    fill(agents, 'new', 30);
    expect(agents.ids()).toEqual(['older-but-used', 'new']);
  });

  it('keeps live agents beyond the cap, and agents with clients however idle', () => {
    const { agents, clock } = agentsAt(0);
    fill(agents, 'polling', 30);
    agents.open('polling').clients = new AbortController();
    clock.nowMs = 60_000;
    for (const id of ['a', 'b', 'c']) fill(agents, id, 30);
    expect(agents.ids()).toEqual(['polling', 'a', 'b', 'c']);
  });

  it('drops even live agents beyond eight times the cap', () => {
    const { agents } = agentsAt(0);
    for (let index = 0; index < 20; index += 1) fill(agents, `a${index}`, 30);
    expect(agents.ids().length).toBeLessThanOrEqual(17);
    expect(agents.ids().at(-1)).toBe('a19');
  });

  it('lets one agent keep its newest records only, with the gap visible in seq', () => {
    const { agents } = agentsAt(0);
    for (let index = 0; index < 10; index += 1) fill(agents, 'hoarder', 16);
    const seqs = agents
      .open('hoarder')
      .inbox.read('hoarder')
      .arrivals.map(({ seq }) => seq);
    expect(seqs).toEqual([8, 9, 10]);
  });

  it('stops the clients of a dropped agent', () => {
    const { agents } = agentsAt(0);
    const clients = new AbortController();
    agents.open('a').clients = clients;
    agents.forget('a');
    expect(clients.signal.aborted).toBe(true);
  });
});

function agentsAt(nowMs: number) {
  const clock = { nowMs };
  return { clock, agents: new Agents('http://localhost:1', () => clock.nowMs) };
}

function fill(agents: Agents, id: string, mebibytes: number): void {
  const body = Buffer.alloc(mebibytes * MEBIBYTE);
  agents.open(id).inbox.addArrival({ agent: id, via: 'push', path: '/', headers: {}, body });
}
