import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coveredPaths, type Path } from './covered-paths.ts';
import { Denials, denialReasons, notAll, notShared, sayOnce } from './denials.ts';

const keys = fc.oneof(fc.constantFrom('family', 'edges', 'node', 'title'), fc.nat({ max: 20 }));
const paths: fc.Arbitrary<Path> = fc.array(keys, { minLength: 1, maxLength: 6 });
const denials = fc.record({
  path: paths,
  service: fc.constantFrom('employment', 'social-protection'),
  because: fc.constantFrom(undefined, ...denialReasons),
});
type Denied = typeof denials extends fc.Arbitrary<infer Each> ? Each : never;

const textOf = ({ path, service, because }: Denied): string => JSON.stringify([path, service, because]);
const distinct = fc.uniqueArray(denials, { selector: textOf, maxLength: 60 });

/** What a client has in hand: the first denial of a group as an error. */
const errorsOf = (denied: readonly Denied[]) =>
  sayOnce(denied).map(({ first, said }) => ({ path: first.path, first, extensions: said }));

const published = async (): Promise<typeof coveredPaths> => {
  const page = await readFile(new URL('../../../docs/denials.md', import.meta.url), 'utf8');
  const [, code] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  return new Function(`${code}; return coveredPaths;`)();
};

describe('denials said once', () => {
  it.each([
    ['our own function', async () => coveredPaths],
    ['the one we publish', published],
  ])('give every path back by %s', async (_whose, find) => {
    const expand = await find();
    fc.assert(
      fc.property(distinct, (denied) => {
        const back = errorsOf(denied).flatMap((error) =>
          expand(error).map((path) => textOf({ ...error.first, path })),
        );
        expect(back.sort()).toEqual(denied.map(textOf).sort());
      }),
    );
  });

  it('are as many as there are places, agencies and reasons', () => {
    fc.assert(
      fc.property(distinct, (denied) => {
        const told = errorsOf(denied).map(({ first, extensions: { place, because } }) =>
          [place, first.path.map((key) => typeof key), first.service, because].join(' '),
        );
        expect(new Set(told).size).toBe(told.length);
        for (const { extensions } of errorsOf(denied))
          expect(extensions.count).toBe(extensions.positions.length);
      }),
    );
  });

  it('name the place without positions', () => {
    const [error] = sayOnce([
      { path: ['families', 3, 'children', 0, 'name'] },
      { path: ['families', 7, 'children', 1, 'name'] },
    ]);
    expect(error?.said).toEqual({
      count: 2,
      place: 'families.children.name',
      positions: [
        [3, 0],
        [7, 1],
      ],
    });
  });
});

describe('a denial', () => {
  const family = { prev: undefined, key: 'family', typename: 'Query' };
  const name = { prev: family, key: 'name', typename: 'Family' };

  it('is noted where it is, with its reason', () => {
    const context = { denials: new Denials() };
    expect(notShared(context, { path: name }, 'OBJECTION')).toBeNull();
    expect(context.denials.in({ family: { name: null } })).toEqual([
      { path: ['family', 'name'], because: 'OBJECTION' },
    ]);
  });

  it('of a part of a list is noted once, and told where the list is there', () => {
    const context = { denials: new Denials() };
    const steps = { prev: family, key: 'steps', typename: 'Family' };
    for (const because of ['OBJECTION', 'OBJECTION'] as const) notAll(context, { path: steps }, because);
    expect(context.denials.in({ family: { steps: [] } })).toEqual([
      { path: ['family', 'steps'], because: 'OBJECTION', isPartial: true },
    ]);
    expect(context.denials.in({ family: { steps: null } })).toEqual([]);
    const [said] = sayOnce(context.denials.in({ family: { steps: [] } }));
    expect(said?.said).toMatchObject({ isPartial: true, count: 1 });
  });

  it('is not told where what holds it is missing for a reason of its own', () => {
    const context = { denials: new Denials() };
    notShared(context, { path: name });
    expect(context.denials.in({ family: null })).toEqual([]);
    expect(context.denials.in(null)).toEqual([]);
  });
});
