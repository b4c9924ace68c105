import { describe, expect, it } from '@jest/globals';
import { byId, type Wing, wings } from './wing.ts';

type Doors = { readonly doors: { load(id: string): string } };
type All = Doors & { readonly windows: { load(id: string): string } };

const loaderOf = (what: string) => ({ load: (id: string) => `${what} ${id}` });
const ground: Wing<Doors> = {
  loaders: () => ({ doors: loaderOf('door') }),
  references: { Door: byId(({ doors }) => doors) },
};
const upper: Wing<All> = {
  loaders: () => ({ windows: loaderOf('window') }),
  references: { Window: byId(({ windows }) => windows) },
  receives: { 'test.window.v1': async () => undefined },
};

describe('wings', () => {
  it('are one subgraph, whose loaders are those of all', () => {
    const { loaders, references, receives, resolvers } = wings<All>(ground, upper);
    const all = loaders({} as never, {} as never, {} as never);
    const asked = Object.entries(references).map(([, find]) => find({ id: 7 }, { loaders: all } as never));
    expect(asked).toEqual(['door 7', 'window 7']);
    expect([Object.keys(receives), resolvers]).toEqual([['test.window.v1'], []]);
  });

  it('bring nothing twice', () => {
    expect(() => wings<All>(ground, upper, ground as Wing<All>)).toThrow('two wings bring Door');
  });
});
