import { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge.js';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { isRecord } from '../values/path.ts';
import type { FetchNode } from './fetches.ts';
import { odd } from './odd.ts';

export type AnyRecord = Record<string, unknown>;
type Selections = NonNullable<FetchNode['requires']>;
type Selection = Selections[number];
type Field = Extract<Selection, { kind: 'Field' }>;

/** What a call needs of a record, or `null` where something of it is missing. */
export type Read = (source: AnyRecord) => AnyRecord | null;
/** Adds to a representation; `false` where a value is missing. */
type Add = (source: AnyRecord, into: AnyRecord) => boolean;

const readEach = (read: Read, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => readEach(read, each));
  return isRecord(value) ? read(value) : null;
};

const fieldAdder = (field: Field, schema: GraphQLSchema): Add => {
  const name = field.alias ?? field.name;
  const read = field.selections && readerOf(field.selections, schema);
  return (source, into) => {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    if (value === undefined) return false;
    into[name] = read ? readEach(read, value) : value;
    return true;
  };
};

const adderOf = (selection: Selection, schema: GraphQLSchema): Add => {
  if (selection.kind === 'Field') return fieldAdder(selection, schema);
  const { typeCondition, selections } = selection;
  if (typeCondition === undefined || !isObjectType(schema.getType(typeCondition)))
    return odd('a key of an abstract type');
  const read = readerOf(selections, schema);
  return (source, into) => {
    // Of another type, or not whole: then it adds nothing, and what is without a type is not asked about.
    if (source.__typename === typeCondition) deepMerge(into, read(source));
    return true;
  };
};

/** The record by which an agency is asked about an entity, its key and what is required of it, as the runtime makes it. */
export const readerOf = (selections: Selections, schema: GraphQLSchema): Read => {
  const adders = selections.map((selection) => adderOf(selection, schema));
  return (source) => {
    const into: AnyRecord = {};
    return adders.every((add) => add(source, into)) ? into : null;
  };
};
