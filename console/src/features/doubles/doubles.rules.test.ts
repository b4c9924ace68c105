import { expect, it } from '@jest/globals';
import { type File, isTakenTwice, likelyPairs, mergeInput } from './doubles.rules.ts';

const adult = (id: string, firstName: string | null, lastName = 'Le Bihan') => ({ id, firstName, lastName });
const child = (id: string, firstName: string, birthDate: string | null) => ({
  ...adult(id, firstName),
  birthDate,
});

const keep: File = {
  id: 'keep',
  version: 4,
  adults: [adult('a', 'Maïwenn'), adult('b', 'Yann')],
  children: [child('c', 'Éwen', '2024-03-01'), child('d', 'Liv', '2024-03-01'), child('e', 'Noé', null)],
};
const drop: File = {
  id: 'drop',
  version: 2,
  adults: [adult('x', 'Maiwenn', 'LE BIHAN'), adult('y', null), adult('z', 'Yann', 'Moreau')],
  children: [child('u', 'Ewen', '2024-03-01'), child('v', 'Noé', null), child('w', 'Ewen', '2024-03-01')],
};

it('takes for one who is named alike, a child of the same birthday; of two alike the first, of nobody unsaid', () => {
  expect(likelyPairs(keep, drop)).toEqual({ x: 'a', u: 'c' });
  const twins: File = {
    ...keep,
    adults: null,
    children: [child('c', 'Liv', '2024-03-01'), child('d', 'Liv', '2024-03-01')],
  };
  expect(likelyPairs(twins, { ...drop, children: [child('u', 'Liv', '2024-03-01')] })).toEqual({});
  expect(likelyPairs({ ...keep, children: null }, { ...drop, adults: null, children: null })).toEqual({});
});

it('sends each pair once, of adults and of children apart, and whom nothing is said of not at all', () => {
  const pairs = { x: 'a', u: 'c', y: '' };
  expect(mergeInput(keep, drop, pairs, true)).toEqual({
    survivorId: 'keep',
    survivorVersion: 4,
    duplicateId: 'drop',
    duplicateVersion: 2,
    sameAdults: [{ keep: 'a', drop: 'x' }],
    sameChildren: [{ keep: 'c', drop: 'u' }],
    preview: true,
  });
  const unseen = { version: null, adults: null, children: null };
  expect(mergeInput({ ...keep, ...unseen }, { ...drop, ...unseen }, pairs, false)).toMatchObject({
    survivorVersion: 0,
    duplicateVersion: 0,
    sameAdults: [],
  });
});

it('sees when one person would be two of the other file', () => {
  expect([isTakenTwice({ x: 'a', y: 'a' }), isTakenTwice({ x: 'a', y: '', z: '' })]).toEqual([true, false]);
});
