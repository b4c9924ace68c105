import {
  type EnumType,
  type FieldSelection,
  isCustomScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type ObjectType,
  type Operation,
  type OutputType,
  type SelectionSet,
} from '@apollo/federation-internals';
import { isRecord } from '../values/path.ts';
import { odd } from './odd.ts';

/** At least as many bytes as the answer so far takes as JSON: most answers need not be measured again. */
export type Length = { most: number };
/** Makes what the caller asked for of what the agencies answered. */
type Shape = (value: unknown, length: Length) => unknown;
export type CompiledShape = (whole: Record<string, unknown>, length: Length) => Record<string, unknown>;

const LONGEST_SIGN = 6;
const LONGEST_NUMBER = 25;
const SIGNS_AROUND = 4;
const TYPENAME = '__typename';

const ofString = (value: string, length: Length): string => {
  length.most += value.length * LONGEST_SIGN + SIGNS_AROUND;
  return value;
};

const ofOther = <Value>(value: Value, length: Length): Value => {
  length.most += LONGEST_NUMBER;
  return value;
};

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

/** What surely is a value of its type; of all else the runtime says whether it is. */
const fitsBuiltIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: isWhole,
  ID: (value) => typeof value === 'string' || isWhole(value),
  Float: (value) => Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  String: (value) => typeof value === 'string',
};

const leafOf =
  (fits: (value: unknown) => boolean): Shape =>
  (value, length) => {
    if (!fits(value)) return odd('a value');
    if (typeof value === 'string') return ofString(value, length);
    // A scalar of ours may be anything; how long it is, is measured.
    if (typeof value === 'object') length.most = Number.POSITIVE_INFINITY;
    return ofOther(value, length);
  };

const enumLeaf = (type: EnumType): Shape => {
  const names: ReadonlySet<unknown> = new Set(type.values.map(({ name }) => name));
  return leafOf((value) => names.has(value));
};

const leafShape = (type: OutputType): Shape => {
  if (isEnumType(type)) return enumLeaf(type);
  if (isCustomScalarType(type)) return leafOf(() => true);
  return leafOf(fitsBuiltIn[type.toString()] ?? (() => odd(`a ${type}`)));
};

/** Everything selected under one name, where the first of it stands. */
type Collected = Map<string, FieldSelection[]>;

const isOddField = ({ element }: FieldSelection): boolean =>
  element.appliedDirectives.length > 0 ||
  element.definition.isSchemaIntrospectionField() ||
  element.responseName() in Object.prototype;

const collect = (set: SelectionSet, type: ObjectType, into: Collected): Collected => {
  for (const selection of set.selections()) {
    if (selection.kind === 'FieldSelection') {
      if (isOddField(selection)) odd('a field');
      const name = selection.element.responseName();
      into.set(name, [...(into.get(name) ?? []), selection]);
      continue;
    }
    const { typeCondition = type, appliedDirectives } = selection.element;
    if (typeCondition !== type || appliedDirectives.length > 0) odd('a fragment');
    collect(selection.selectionSet, type, into);
  }
  return into;
};

type Field = { readonly name: string; readonly shape: Shape };

const typenameShape =
  (type: string): Shape =>
  (value, length) =>
    value === undefined || value === null || value === type ? ofString(type, length) : odd('a type');

const fieldsOf = (type: ObjectType, sets: readonly SelectionSet[]): readonly Field[] => {
  const collected: Collected = new Map();
  for (const set of sets) collect(set, type, collected);
  return [...collected].map(([name, selections]) => {
    const definition = selections[0]?.element.definition;
    const inner = selections.flatMap(({ selectionSet }) => selectionSet ?? []);
    const isTypename = definition?.name === TYPENAME;
    const shape = isTypename ? typenameShape(type.name) : definition?.type && shapeOf(definition.type, inner);
    return { name, shape: shape ?? odd('a field without a type') };
  });
};

const objectShape = (type: ObjectType, sets: readonly SelectionSet[]) => {
  const fields = fieldsOf(type, sets);
  const names = fields.reduce((sum, { name }) => sum + name.length + SIGNS_AROUND, SIGNS_AROUND);
  return (value: Record<string, unknown>, length: Length): Record<string, unknown> => {
    const typename = value[TYPENAME];
    if (typename !== undefined && typename !== type.name) odd('a type');
    const shaped: Record<string, unknown> = {};
    for (const { name, shape } of fields) shaped[name] = shape(value[name], length);
    length.most += names;
    return shaped;
  };
};

const nullable =
  (shape: Shape): Shape =>
  (value, length) =>
    value === null || value === undefined ? ofOther(null, length) : shape(value, length);

const sure =
  (shape: Shape): Shape =>
  (value, length) =>
    value === null || value === undefined ? odd('no value') : shape(value, length);

const bareShape = (type: OutputType, sets: readonly SelectionSet[]): Shape => {
  if (isListType(type)) {
    const item = shapeOf(type.ofType, sets);
    return (value, length) => {
      length.most += SIGNS_AROUND;
      // What an item is that is not even null, the runtime does not know either.
      const shapeItem = (each: unknown) => (each === undefined ? odd('an item') : item(each, length));
      return Array.isArray(value) ? value.map(shapeItem) : odd('a list');
    };
  }
  if (isObjectType(type)) {
    const shape = objectShape(type, sets);
    return (value, length) =>
      isRecord(value) && !Array.isArray(value) ? shape(value, length) : odd('a record');
  }
  return sets.length === 0 ? leafShape(type) : odd('an abstract type');
};

const shapeOf = (type: OutputType, sets: readonly SelectionSet[]): Shape =>
  isNonNullType(type) ? sure(bareShape(type.ofType, sets)) : nullable(bareShape(type, sets));

/** The answer of an operation, said once; a value that is not as the schema says it is left to the runtime. */
export const compileShape = (operation: Operation): CompiledShape => {
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind);
  return root ? objectShape(root, [operation.selectionSet]) : odd('no root');
};
