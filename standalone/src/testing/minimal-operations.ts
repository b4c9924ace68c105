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

const scalars: Readonly<Record<string, string>> = {
  ID: '"018f0000-0000-7000-8000-000000000000"',
  String: '"x"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2030-01-07T09:00:00Z"',
  Date: '"2026-01-05"',
  LocalTime: '"09:00"',
};

/** The smallest literal that the schema accepts. */
const literal = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return scalars[type.name] ?? '""';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
};

const call = (field: GraphQLField<unknown, unknown>): string => {
  const required = field.args.filter(isRequiredArgument);
  const given = required.map((argument) => `${argument.name}: ${literal(argument.type)}`).join(', ');
  const type = getNamedType(field.type);
  const isRefusable = isObjectType(type) && 'refusal' in type.getFields();
  const leaf = isCompositeType(type) ? ' { __typename }' : '';
  const selection = isRefusable ? ' { refusal { reason message } }' : leaf;
  return `${field.name}${given && `(${given})`}${selection}`;
};

export type MinimalOperation = { readonly name: string; readonly document: string };

/** Every query and mutation of a schema, called with the least it takes. */
export const minimalOperations = (schema: GraphQLSchema): MinimalOperation[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      name: `${type?.name}.${field.name}`,
      document: `${type?.name.toLowerCase()} { ${call(field)} }`,
    })),
  );
