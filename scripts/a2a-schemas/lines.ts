import { loosenAnyValues } from './amend-0x.ts';
import type { Definitions } from './schema.ts';
import type { Dialect } from './translate.ts';

/** One protocol version that we publish a schema for, and the SDK line whose declarations it comes from. */
export interface Line {
  readonly version: string;
  /** Name under `node_modules`. */
  readonly package: string;
  /** A type that only the declaration file of the wire types declares. */
  readonly landmark: string;
  readonly dialect: Dialect;
  readonly amend: (definitions: Definitions) => Definitions;
}

const json: Dialect = {
  number: { type: 'integer' },
  builtin: {},
  requireMembers: true,
  ignore: ['MySchema', 'ExtensionURI', 'Extensions'],
};

/** The published versions, oldest first. */
export const LINES: readonly Line[] = [
  {
    version: '0.3',
    package: 'a2a-sdk-0.3',
    landmark: 'MessageSendParams',
    dialect: json,
    amend: loosenAnyValues,
  },
];
