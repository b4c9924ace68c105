import { expect, it } from '@jest/globals';
import { isForAll } from './inbox.rules.ts';

it('knows what was sent to somebody from what was sent to a whole service', () => {
  expect([isForAll({ addressee: null }), isForAll({ addressee: { id: 'p' } })]).toEqual([true, false]);
});
