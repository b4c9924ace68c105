import { expect, it } from '@jest/globals';
import { withSharedFragments } from './shared-fragments.ts';

const file = (name: string, text: string) => ({ file: `${name}.graphql`, text });
const worded = (sources: readonly { readonly file: string; readonly text: string }[]) =>
  sources.map((each) => [each.file, each.text.replaceAll(/\s+/g, ' ')]);

it('gives each operation the shared fragments that it spreads, and those that they spread, once', () => {
  const parts = file('parts', 'fragment Named on Family { name } fragment Whole on Family { id ...Named }');
  const one = file('one', 'query One { family { ...Whole ...Named } other { ...Whole } }');
  const own = file('own', 'query Own { family { ...Mine } }\nfragment Mine on Family { id }\n');
  expect(worded(withSharedFragments([one, parts, own]))).toEqual([
    [
      'one.graphql',
      'query One { family { ...Whole ...Named } other { ...Whole } } fragment Whole on Family { id ...Named } fragment Named on Family { name }',
    ],
    ['own.graphql', 'query Own { family { ...Mine } } fragment Mine on Family { id } '],
  ]);
});

it('leaves an operation that spreads none to the letter, and what nobody can read to be refused', () => {
  const plain = file('plain', '# Why.\nquery Plain { family { ...Unknown } }\n');
  const broken = file('broken', 'query A {');
  expect(withSharedFragments([plain, broken])).toEqual([plain, broken]);
});

it('refuses two of one name, and one that nothing spreads', () => {
  const one = file('one', 'query One { family { ...Named } }');
  const named = file('named', 'fragment Named on Family { name }');
  expect(() => withSharedFragments([one, named, { ...named, file: 'again.graphql' }])).toThrow(
    'one name: Named',
  );
  expect(() => withSharedFragments([named])).toThrow('nothing spreads: Named');
});
