import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { ObjectBudget, spendOnObjects, withinBudget } from './object-budget.ts';

const schema = buildSchema(`
  type Query { centres(count: Int!): [Centre!]! centre: Centre nothing: Centre }
  type Centre { name: String! closures(count: Int!): [Closure!]! later: [Closure!]! kinds: [String!]! }
  type Closure { day: String! centre: Centre! }
`);

let resolved = 0;
const many = (count: number) => Array.from({ length: count }, () => ({ name: 'La Rose', day: '2026-12-25' }));
const answerWith = (type: string, name: string, resolve: (args: { count: number }) => unknown): void => {
  const found = schema.getType(type);
  const field = found && 'getFields' in found ? found.getFields()[name] : undefined;
  if (!field || !('args' in field)) throw new Error(`${type}.${name} is no field`);
  field.resolve = (_source: unknown, args: { count: number }) => {
    resolved += 1;
    return resolve(args);
  };
};
answerWith('Query', 'centres', ({ count }) => many(count));
answerWith('Query', 'centre', async () => many(1)[0]);
answerWith('Query', 'nothing', () => null);
answerWith('Centre', 'closures', async ({ count }) => many(count));
answerWith('Closure', 'centre', () => many(1)[0]);
spendOnObjects(schema);

const ask = async (query: string, most?: number) => {
  resolved = 0;
  const context = { budget: new ObjectBudget('fr', most) };
  const answer = await execute({ schema, document: parse(query), contextValue: context });
  return { ...withinBudget(answer, context), raw: answer, isSpent: context.budget.isSpent };
};

describe('the object budget of a request', () => {
  it.each([
    ['{ centre { name kinds } }', 1],
    ['{ centre { name } nothing { name } }', 1],
    ['{ centres(count: 7) { name } }', 7],
    ['{ centres(count: 2) { closures(count: 3) { day centre { name } } } }', 2 + 2 * (3 + 3)],
  ])('is spent on every object of the answer, and on nothing else: %s', async (query, objects) => {
    expect(await ask(query, objects)).toMatchObject({ isSpent: false });
    const refused = await ask(query, objects - 1);
    expect(refused.data).toBeNull();
    expect(refused.errors).toEqual([expect.objectContaining({ extensions: { code: 'LIMIT_EXCEEDED' } })]);
    expect(refused.errors?.[0]?.message).toContain(`plus de ${objects - 1} objets`);
  });

  it('ends a way back and forth before it fills the memory', async () => {
    const back = (inner: string) => `closures(count: 100) { centre { ${inner} } }`;
    const refused = await ask(`{ centres(count: 100) { ${back(back(back(back('name'))))} } }`);
    expect(refused).toMatchObject({ data: null, isSpent: true });
    expect(resolved).toBeLessThan(60_000);
    // One error, however many fields it ended.
    expect(new Set(refused.raw.errors).size).toBe(1);
  });

  it('lets an answer without a budget be', () => {
    expect(withinBudget({ data: { a: 1 } }, {})).toEqual({ data: { a: 1 } });
  });
});
