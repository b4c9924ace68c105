import { describe, expect, it } from '@jest/globals';
import { byId, loadersIn, type Wing, wings } from './wing.ts';

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

  it('make their loaders when the first of them is asked for, once for each request', () => {
    const made: string[] = [];
    const open = loadersIn(
      () => {
        made.push('doors');
        return { doors: loaderOf('door') };
      },
      () => {
        made.push('windows');
        return { windows: loaderOf('window') };
      },
    );
    const first = open({} as never, {} as never, {} as never);
    // What each is called is found out of the first request.
    expect(made.splice(0)).toEqual(['doors', 'windows']);
    expect([first.windows.load('1'), first.windows.load('2')]).toEqual(['window 1', 'window 2']);
    expect(made.splice(0)).toEqual(['windows']);
    const second = open({} as never, {} as never, {} as never);
    expect(made).toEqual([]);
    expect(second.doors).not.toBe(first.doors);
    expect(second.doors).toBe(second.doors);
    expect(made).toEqual(['doors', 'doors']);
  });

  it('bring nothing twice', () => {
    expect(() => wings<All>(ground, upper, ground as Wing<All>)).toThrow('two wings bring Door');
    const { loaders } = wings<Doors>(ground, { loaders: () => ({ doors: loaderOf('other door') }) });
    expect(() => loaders({} as never, {} as never, {} as never)).toThrow('two wings bring doors');
  });
});
