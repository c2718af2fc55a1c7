import { type PlantedTree, plain, SCHEMA_STATES } from './drift-planted.ts';

/** A TypeScript monorepo: per unit a package with a repository on Prisma and one with SQL written by hand. */
export const PRISMA_TREE: PlantedTree = {
  name: 'TypeScript monorepo with Prisma and raw SQL',
  filesPerUnit: 10,
  code: ['packages/**'],
  migrations: 'prisma/migrations',
  migration: (unit) => ({
    path: `prisma/migrations/${20_250_101_000_000 + unit}_order${unit}/migration.sql`,
    text: `-- CreateEnum
CREATE TYPE "OrderState${unit}" AS ENUM (${SCHEMA_STATES});
-- CreateTable
CREATE TABLE "Order${unit}" ("id" TEXT NOT NULL, "state" "OrderState${unit}" NOT NULL DEFAULT 'open', "note" TEXT);
`,
  }),
  unit: (unit, table, form, value) => {
    const at = (one: string) => (form === one ? value : 'paid');
    const mapped = PRISMA[unit % PRISMA.length] ?? PRISMA[0];
    const written = RAW[unit % RAW.length] ?? RAW[0];
    const folder = `packages/pkg${unit}/src`;
    const files = [
      { path: `${folder}/states.ts`, text: states(at('constants')) },
      { path: `${folder}/mapped.ts`, text: repository(mapped.body(table, at(mapped.form))) },
      { path: `${folder}/written.ts`, text: statements(table, written.body(table, at(written.form))) },
    ];
    const others = Array.from({ length: PRISMA_TREE.filesPerUnit - files.length }, (_, file) => ({
      path: `${folder}/plain${file}.ts`,
      text: plain('ts', `pkg${unit}`, file),
    }));
    return { files: [...files, ...others], forms: ['constants', mapped.form, written.form] };
  },
};

function states(state: string): string {
  return `export const State = {
  Open: 'open',
  Paid: '${state}',
} as const;
export type State = (typeof State)[keyof typeof State];
`;
}

function repository(body: string): string {
  return `import { PrismaClient } from '@prisma/client';

export async function change(prisma: PrismaClient, id: string) {
${body}
}
`;
}

function statements(table: number, body: string): string {
  return `import { Prisma, PrismaClient } from '@prisma/client';
import { Pool } from 'pg';
import { State } from './states';

export async function pay(pool: Pool, id: string) {
  await pool.query('UPDATE "Order${table}" SET "state" = $2 WHERE "id" = $1', [id, State.Paid]);
}

export async function write(prisma: PrismaClient, pool: Pool, id: string) {
${body}
}
`;
}

interface Form {
  readonly form: string;
  body(table: number, state: string): string;
}

const PRISMA: readonly [Form, ...Form[]] = [
  {
    form: 'update',
    body: (table, state) =>
      `  await prisma.order${table}.update({ where: { id }, data: { state: '${state}' } });`,
  },
  {
    form: 'filter',
    body: (table, state) =>
      `  return prisma.order${table}.findMany({\n    where: { id, state: { in: ['open', '${state}'] } },\n  });`,
  },
  {
    form: 'rows to create',
    body: (table, state) =>
      `  await prisma.order${table}.createMany({\n    data: [\n      { id, state: 'open' },\n      { id: id + '2', state: '${state}' },\n    ],\n  });`,
  },
  {
    form: 'upsert',
    body: (table, state) =>
      `  await prisma.order${table}.upsert({\n    where: { id },\n    create: { id, state: 'open' },\n    update: { state: '${state}' },\n  });`,
  },
  {
    form: 'variable of data',
    body: (table, state) =>
      `  const data = { note: 'later', state: '${state}' };\n  await prisma.order${table}.update({ where: { id }, data });`,
  },
];

const RAW: readonly [Form, ...Form[]] = [
  {
    form: 'tag',
    body: (table, state) =>
      `  await prisma.$executeRaw\`UPDATE "Order${table}" SET "state" = '${state}' WHERE "id" = \${id}\`;`,
  },
  {
    form: 'value in a tag',
    body: (table, state) =>
      `  const next = '${state}';\n  await prisma.$executeRaw\`UPDATE "Order${table}" SET "state" = \${next}::"OrderState${table}" WHERE "id" = \${id}\`;`,
  },
  {
    form: 'unsafe',
    body: (table, state) =>
      `  await prisma.$executeRawUnsafe('UPDATE "Order${table}" SET "state" = $2 WHERE "id" = $1', id, '${state}');`,
  },
  {
    form: 'list of values',
    body: (table, state) =>
      `  await pool.query('UPDATE "Order${table}" SET "state" = $2 WHERE "id" = $1', [id, '${state}']);`,
  },
  {
    form: 'record with values',
    body: (table, state) =>
      `  await pool.query({\n    text: 'DELETE FROM "Order${table}" WHERE "id" = $1 AND "state" = $2',\n    values: [id, '${state}'],\n  });`,
  },
  {
    form: 'callers of a helper',
    body: (table, state) =>
      `  const put = (state: string) =>\n    pool.query('UPDATE "Order${table}" SET "state" = $2 WHERE "id" = $1', [id, state]);\n  await put('open');\n  await put('${state}');`,
  },
];
