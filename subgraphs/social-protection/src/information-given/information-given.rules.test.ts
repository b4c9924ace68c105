import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  type Conversation,
  conversationRefusal,
  isSameConversation,
  standing,
} from './information-given.rules.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const told: Conversation = {
  ...{ familyId: 'one', adultId: 'awa', subjects: ['SHARING'], givenOn: today, language: 'ar' },
  ...{ withInterpreter: false, givenBySub: 'lea' },
};
const known = { listener: { familyId: 'one' }, isCorrection: false, today };

describe('a conversation', () => {
  it.each<[string, Partial<Conversation>, Partial<typeof known> | { listener: null }, string | null]>([
    ['of today', {}, {}, null],
    ['of years ago', { givenOn: today.subtract({ years: 3 }) }, {}, null],
    ['of tomorrow', { givenOn: today.add({ days: 1 }) }, {}, 'EXPLAINED_IN_THE_FUTURE'],
    ['about nothing', { subjects: [] }, {}, 'NOTHING_EXPLAINED'],
    ['that was about nothing, as a correction says', { subjects: [] }, { isCorrection: true }, null],
    ['in no language', { language: 'arabe dialectal' }, {}, 'LANGUAGE_NOT_UNDERSTOOD'],
    ['with nobody known', {}, { listener: null }, 'UNKNOWN_ADULT'],
    ['with somebody else', {}, { listener: { familyId: 'two' } }, 'ANOTHER_FAMILYS_ADULT'],
  ])('%s', (_what, given, situation, refusal) => {
    expect(conversationRefusal({ ...told, ...given }, { ...known, ...situation })).toBe(refusal);
  });

  it('is another when anything of it is', () => {
    expect(isSameConversation(told, { ...told })).toBe(true);
    const others: Partial<Conversation>[] = [
      ...[{ familyId: 'two' }, { adultId: 'tom' }, { subjects: [] }, { givenOn: today.add({ days: 1 }) }],
      ...[{ language: 'fr' }, { withInterpreter: true }, { givenBySub: 'max' }],
    ];
    for (const other of others) expect(isSameConversation(told, { ...told, ...other })).toBe(false);
  });
});

it('what was put right stands no longer, however often', () => {
  const one = (id: string, correctsId: string | null = null) => ({ id, correctsId });
  expect(standing([one('c', 'b'), one('b', 'a'), one('a'), one('x')])).toEqual([one('c', 'b'), one('x')]);
});
