import { readFileSync } from 'node:fs';

/** The user that PostgreSQL runs as, when it cannot be ourselves. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it is `postgres`, or `nobody`. `undefined` when we are not root. */
export function databaseOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  return find(users, 'postgres') ?? find(users, 'nobody') ?? { uid: 65_534, gid: 65_534 };
}

function find(users: readonly string[], name: string): Owner | undefined {
  const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}
