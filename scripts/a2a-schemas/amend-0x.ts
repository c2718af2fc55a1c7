import { type Definitions, object, type Schema } from './schema.ts';

/**
 * What the type declarations of the 0.x SDKs cannot say: `{[k: string]: unknown}` is written both for an object
 * and for any JSON value. Error data and the bare result are any value.
 */
export function loosenAnyValues(definitions: Definitions): Definitions {
  const anyValued = Object.entries(definitions).filter(
    ([name, schema]) => name.endsWith('Error') && 'properties' in schema,
  );
  return {
    ...definitions,
    ...Object.fromEntries(anyValued.map(([name, schema]) => [name, withProperty(schema, 'data', {})])),
    JSONRPCSuccessResponse: withProperty(definitions.JSONRPCSuccessResponse ?? object({}), 'result', {}),
  };
}

/** The object schema with one property set anew; what is required stays. */
export function withProperty(schema: Schema, name: string, value: Schema): Schema {
  return { ...schema, properties: { ...(schema.properties as Schema), [name]: value } };
}
