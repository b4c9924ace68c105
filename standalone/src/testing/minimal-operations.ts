import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** How the values of each scalar are written, and whether what may be left out is given as well. */
export type GivenValues = {
  readonly scalars?: Readonly<Record<string, string>>;
  readonly isWhole?: boolean;
};

const ordinary: Readonly<Record<string, string>> = {
  ID: '"018f0000-0000-7000-8000-000000000000"',
  String: '"x"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2030-01-07T09:00:00Z"',
  Date: '"2026-01-05"',
  LocalTime: '"09:00"',
};

/** A literal that the schema accepts. */
const literal = (type: GraphQLInputType, given: GivenValues): string => {
  if (isNonNullType(type)) return literal(type.ofType, given);
  if (isListType(type)) return `[${literal(type.ofType, given)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return given.scalars?.[type.name] ?? ordinary[type.name] ?? '""';
  const fields = Object.values(type.getFields()).filter(
    (field) => given.isWhole || isRequiredInputField(field),
  );
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, given)}`).join(', ')} }`;
};

const call = (field: GraphQLField<unknown, unknown>, given: GivenValues): string => {
  const wanted = field.args.filter((argument) => given.isWhole || isRequiredArgument(argument));
  const args = wanted.map((argument) => `${argument.name}: ${literal(argument.type, given)}`).join(', ');
  const type = getNamedType(field.type);
  const isRefusable = isObjectType(type) && 'refusal' in type.getFields();
  const leaf = isCompositeType(type) ? ' { __typename }' : '';
  const selection = isRefusable ? ' { refusal { reason message } }' : leaf;
  return `${field.name}${args && `(${args})`}${selection}`;
};

export type MinimalOperation = { readonly name: string; readonly document: string };

/** Every query and mutation of a schema, called with the least it takes or, if wished, with everything. */
export const minimalOperations = (schema: GraphQLSchema, given: GivenValues = {}): MinimalOperation[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      name: `${type?.name}.${field.name}`,
      document: `${type?.name.toLowerCase()} { ${call(field, given)} }`,
    })),
  );
