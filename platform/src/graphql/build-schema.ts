import { buildSchemaSync, registerEnumType } from 'type-graphql';
// brings the metadata type-graphql needs, whichever record is loaded first
import 'typeorm';
import { takeDeclaredEnums } from './enums.ts';
import { DateTime } from './scalars.ts';

type OfField = { readonly target: unknown; readonly fieldName: string };

const namesByTarget = (all: readonly OfField[]): ReadonlyMap<unknown, ReadonlySet<string>> => {
  const names = new Map<unknown, Set<string>>();
  for (const { target, fieldName } of all) {
    const ofTarget = names.get(target) ?? new Set<string>();
    names.set(target, ofTarget.add(fieldName));
  }
  return names;
};

/** What is stored, and open to whoever sees its record, is read as it is: the wrapper around each would do no more. */
const readPlainly = (): void => {
  // type-graphql exports no other way to ask what its decorators said.
  const { fields, authorizedFields, authorizedResolver, middlewares } = globalThis.TypeGraphQLMetadataStorage;
  const guarded = namesByTarget([...authorizedFields, ...middlewares]);
  const wholes = new Set<unknown>(authorizedResolver.map(({ target }) => target));
  for (const field of fields) {
    const { target, name, schemaName } = field;
    const isPlain = name === schemaName && !guarded.get(target)?.has(name) && !wholes.has(target);
    if (isPlain) field.simple ??= true;
  }
};

/** The schema of resolvers, with every enum that was declared by now. */
export const buildSchema: typeof buildSchemaSync = (options) => {
  for (const { values, config } of takeDeclaredEnums()) registerEnumType(values, config);
  readPlainly();
  // `() => Date` would bring a scalar of type-graphql's own, which takes dates that ours refuses.
  return buildSchemaSync({ ...options, scalarsMap: [{ type: Date, scalar: DateTime }] });
};
