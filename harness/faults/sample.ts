import { createHash } from 'node:crypto';

/** Chooses `count` members by a seed: the same seed and members give the same choice, in the members' order. */
export function sample(members: readonly string[], count: number, seed: string): readonly string[] {
  const rank = (member: string) => createHash('sha256').update(`${seed}\0${member}`).digest('hex');
  const chosen = new Set([...members].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count));
  return members.filter((member) => chosen.has(member));
}
