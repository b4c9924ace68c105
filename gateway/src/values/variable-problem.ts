import {
  type DocumentNode,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Sentence, SentenceKey } from '../messages/sentences.ts';
import { canRead, knownScalars } from './known-scalars.ts';
import { childOf, isRecord, type Path } from './path.ts';

export type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What is wrong with a variable: where, and why; never what was sent, which may be a person's. */
export type VariableProblem = Sentence & { readonly where: string };

/** What a caller wrote as the name of a field is told again only when it is one. */
const LIKE_A_NAME = /^[_A-Za-z]\w{0,60}$/;

const problemAt = (path: Path, key: SentenceKey, told: Record<string, string> = {}): VariableProblem => {
  const where = path.join('.');
  return { key, where, parameters: { ...told, where: `Variable "$${where}"` } };
};

const isMissing = (value: unknown): boolean => value === null || value === undefined;

const isReadable = (value: unknown, type: GraphQLLeafType): boolean => {
  if (isEnumType(type)) return typeof value === 'string' && Boolean(type.getValue(value));
  return canRead(() => (knownScalars.get(type.name)?.type ?? type).parseValue(value));
};

const inLeaf = (value: unknown, type: GraphQLLeafType, path: Path): VariableProblem | null => {
  if (isReadable(value, type)) return null;
  const expected = type.name === GraphQLInt.name ? 'NOT_A_WHOLE_NUMBER' : 'NOT_OF_TYPE';
  return problemAt(path, knownScalars.get(type.name)?.expected ?? expected, { type: type.name });
};

const inItems = (values: unknown, type: GraphQLInputType, path: Path): VariableProblem | null => {
  if (!Array.isArray(values)) return inValue(values, type, path);
  for (const [index, value] of values.entries()) {
    const problem = inValue(value, type, [...path, index]);
    if (problem) return problem;
  }
  return null;
};

const strangeField = (name: string, type: GraphQLInputObjectType, path: Path): VariableProblem =>
  LIKE_A_NAME.test(name)
    ? problemAt(path, 'NO_SUCH_FIELD', { type: type.name, field: name })
    : problemAt(path, 'STRANGE_FIELD', { type: type.name });

const inFields = (value: unknown, type: GraphQLInputObjectType, path: Path): VariableProblem | null => {
  if (!isRecord(value) || Array.isArray(value)) return problemAt(path, 'NOT_OF_TYPE', { type: type.name });
  const fields = type.getFields();
  const strange = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (strange !== undefined) return strangeField(strange, type, path);
  for (const field of Object.values(fields)) {
    const problem = inField(value[field.name], field, [...path, field.name]);
    if (problem) return problem;
  }
  return null;
};

const inField = (value: unknown, field: GraphQLInputField, path: Path): VariableProblem | null => {
  if (value !== undefined) return inValue(value, field.type, path);
  return isRequiredInputField(field) ? problemAt(path, 'VALUE_NEEDED') : null;
};

/** The first problem, so that thousands of wrong values cost no more than one. */
const inValue = (value: unknown, type: GraphQLInputType, path: Path): VariableProblem | null => {
  if (isMissing(value)) return isNonNullType(type) ? problemAt(path, 'VALUE_NEEDED') : null;
  const bare = getNullableType(type);
  if (isListType(bare)) return inItems(value, bare.ofType, path);
  return isInputObjectType(bare) ? inFields(value, bare, path) : inLeaf(value, bare, path);
};

/** A default lets a variable that may be null stand where null may not; then nobody else notices a null until much is done. */
const nullWhereNoneMayBe = ({ schema, document, variables }: Asked): VariableProblem | null => {
  const types = new TypeInfo(schema);
  let problem: VariableProblem | null = null;
  const look = visitWithTypeInfo(types, {
    Variable(node) {
      const name = node.name.value;
      if (childOf(variables, name) === null && isNonNullType(types.getInputType()))
        problem ??= problemAt([name], 'VALUE_NEEDED');
    },
  });
  visit(document, look);
  return problem;
};

type Declared = {
  readonly name: string;
  /** Undefined where it is none that may be sent. */
  readonly type: GraphQLInputType | undefined;
  readonly definition: VariableDefinitionNode;
};

const declaredIn = ({ schema, operation }: Pick<Asked, 'schema' | 'operation'>): readonly Declared[] =>
  (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type);
    return { name: definition.variable.name.value, type: isInputType(type) ? type : undefined, definition };
  });

const problemOf = ({ name, type, definition }: Declared, value: unknown): VariableProblem | null => {
  const isLeftOut = value === undefined && definition.defaultValue !== undefined;
  return isLeftOut || !type ? null : inValue(value, type, [name]);
};

/** Answers the first thing that is wrong with variables of one operation, or null. */
export const variableProblems = (known: Omit<Asked, 'variables'>) => {
  const declared = declaredIn(known);
  return (variables: Asked['variables']): VariableProblem | null => {
    let isDefaultUndone = false;
    for (const each of declared) {
      const value = childOf(variables, each.name);
      const problem = problemOf(each, value);
      if (problem) return problem;
      isDefaultUndone ||= value === null && each.definition.defaultValue !== undefined;
    }
    return isDefaultUndone ? nullWhereNoneMayBe({ ...known, variables }) : null;
  };
};

/** The first thing that is wrong with the variables of an operation, or null. */
export const variableProblem = ({ variables, ...known }: Asked): VariableProblem | null =>
  variableProblems(known)(variables);
