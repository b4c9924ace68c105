import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** The reasons for which a mutation may refuse that it passes once confirmed. */
const questionsOf = (mutation: GraphQLField<unknown, unknown>): string[] => {
  const payload = getNamedType(mutation.type);
  const refusal = isObjectType(payload) && getNamedType(payload.getFields().refusal?.type);
  const reason = isObjectType(refusal) && getNamedType(refusal.getFields().reason?.type);
  if (!isEnumType(reason)) return [];
  return reason
    .getValues()
    .filter(({ description }) => description?.includes('`confirmed: true` passes it'))
    .map(({ name }) => name);
};
const mayConfirm = (mutation: GraphQLField<unknown, unknown>): boolean => {
  const input = getNamedType(mutation.args.find(({ name }) => name === 'input')?.type);
  return isInputObjectType(input) && 'confirmed' in input.getFields();
};

it('a mutation that asks can be told that it is right, and no other', () => {
  const asking = mutations.filter((mutation) => questionsOf(mutation).length > 0);
  const confirmable = mutations.filter(mayConfirm);
  expect(asking.map(({ name }) => name)).toEqual(confirmable.map(({ name }) => name));
  expect(asking.length).toBeGreaterThan(8);
});
