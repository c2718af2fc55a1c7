import { amend02 } from './amend-0.2.ts';
import { loosenAnyValues } from './amend-0x.ts';
import { amend10 } from './amend-1.0.ts';
import { type Definitions, ref } from './schema.ts';
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

const protobuf: Dialect = {
  number: ref('Int32'),
  builtin: { Buffer: ref('Bytes') },
  enumNumber: { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
  requireMembers: false,
  ignore: [],
};

/** The published versions, oldest first. */
export const LINES: readonly Line[] = [
  { version: '0.2', package: 'a2a-sdk-0.2', landmark: 'MessageSendParams', dialect: json, amend: amend02 },
  {
    version: '0.3',
    package: 'a2a-sdk-0.3',
    landmark: 'MessageSendParams',
    dialect: json,
    amend: loosenAnyValues,
  },
  {
    version: '1.0',
    package: 'a2a-sdk-1',
    landmark: 'AgentCard_SecuritySchemesEntry',
    dialect: protobuf,
    amend: amend10,
  },
];
