import { describe, expect, it } from '@jest/globals';
import { judgedPlaces, rankedOptions } from '../../options/care-options/care-options.rules.ts';
import type { CentreFacts, Fullness } from '../../options/care-options/option-facts.ts';
import {
  centreWith,
  during,
  fullnessWith,
  needWith,
  onTuesday,
  sectionWith,
} from '../../options/care-options/testing/option-facts.ts';
import {
  areChoicesNeeded,
  bookableOf,
  choiceFor,
  chosenOption,
  mayArrive,
  mergedByChild,
  milestoneRefusal,
  optionToBook,
} from './cover-milestone.rules.ts';

describe('a milestone', () => {
  const milestone = { endsAt: onTuesday('11:00'), status: 'PLANNED', version: 2 };
  const now = onTuesday('08:00');

  it('can be covered while it is to come and as it was read', () => {
    expect(milestoneRefusal(milestone, 2, now)).toBeNull();
    expect(milestoneRefusal({ ...milestone, status: 'CONFIRMED' }, 2, now)).toBeNull();
  });

  it.each([
    ['STALE_VERSION', milestone, 1, now],
    ['VERSION_NOT_KNOWN_YET', milestone, 3, now],
    ['MILESTONE_CALLED_OFF', { ...milestone, status: 'CANCELLED' }, 2, now],
    ['MILESTONE_OVER', milestone, 2, onTuesday('11:00')],
  ])('cannot: %s', (refusal, facts, version, at) => {
    expect(milestoneRefusal(facts, version, at)).toBe(refusal);
  });

  it('may arrive in a moment while it is not known as it was read', () => {
    const refusals = ['UNKNOWN_MILESTONE', 'VERSION_NOT_KNOWN_YET', 'STALE_VERSION', 'NO_OPTION'] as const;
    expect(refusals.map(mayArrive)).toEqual([true, true, false, false]);
  });
});

describe('a choice', () => {
  const ofAda = { childId: 'ada', ...during('09:00', '11:00') };
  const needs = [{ childId: 'tom', ...during('09:00', '11:00') }, ofAda];
  const choice = (childId: string, from: string) => ({
    childId,
    startsAt: onTuesday(from),
    sectionId: 'near',
  });

  it('is for what its child lacks around its moment', () => {
    expect(choiceFor(ofAda, [choice('tom', '09:00'), choice('ada', '10:30')])).toEqual(
      choice('ada', '10:30'),
    );
    expect(choiceFor(ofAda, [choice('ada', '11:00')])).toBeUndefined();
  });

  it.each([
    ['none', [], true],
    ['one for each', [choice('tom', '09:00'), choice('ada', '09:00')], true],
    ['one for nothing missing', [choice('tom', '08:59')], false],
    ['two for the same', [choice('tom', '09:00'), choice('tom', '10:00')], false],
  ])('is needed: %s', (_case, choices, isNeeded) => expect(areChoicesNeeded(needs, choices)).toBe(isNeeded));
});

it('parts of one child that touch are booked as one', () => {
  const parts = [
    { childId: 'tom', ...during('09:00', '10:00') },
    { childId: 'ada', ...during('09:00', '10:00') },
    { childId: 'tom', ...during('09:30', '11:00') },
    { childId: 'tom', ...during('12:00', '13:00') },
  ];
  expect(mergedByChild(parts)).toEqual([
    { childId: 'tom', ...during('09:00', '11:00') },
    { childId: 'tom', ...during('12:00', '13:00') },
    { childId: 'ada', ...during('09:00', '10:00') },
  ]);
});

describe('the option to book', () => {
  const inCentre = (id: string, facts: Partial<CentreFacts> = {}) =>
    centreWith({ id, sections: [sectionWith({ id, centreId: id })], ...facts });
  const chosen = (
    centres: CentreFacts[],
    {
      siblings = [],
      ofOtherDays = [],
      full = {},
      facts = needWith(),
    }: {
      siblings?: string[];
      ofOtherDays?: string[];
      full?: Record<string, Partial<Fullness>>;
      facts?: ReturnType<typeof needWith>;
    } = {},
  ) =>
    optionToBook(
      rankedOptions(judgedPlaces(facts, centres), (id) => fullnessWith(full[id])),
      siblings,
      ofOtherDays,
    )?.section.id ?? null;
  const near = inCentre('near');
  const far = inCentre('far', { latitude: 47.3 });

  it('is the best one, or where a sibling goes', () => {
    expect(chosen([far, near])).toBe('near');
    expect(chosen([far, near], { siblings: ['far'] })).toBe('far');
  });

  it('is in the first of the sections of other days that takes the child, where no sibling goes elsewhere', () => {
    expect(chosen([far, near], { ofOtherDays: ['shut', 'far', 'near'] })).toBe('far');
    expect(chosen([far, near], { ofOtherDays: ['shut'] })).toBe('near');
    expect(chosen([far, near], { ofOtherDays: ['far'], siblings: ['near'] })).toBe('near');
  });

  it('is the section that somebody chose, if it is one', () => {
    const options = rankedOptions(judgedPlaces(needWith(), [far, near]), () => fullnessWith());
    const inSection = (sectionId: string) => chosenOption(options, { sectionId })?.section.id ?? null;
    expect(['far', 'nowhere'].map(inSection)).toEqual(['far', null]);
  });

  it('is the section that was chosen unseen only where that takes the child as long as any could', () => {
    const full = { near: { everyone: [during('09:00', '09:30')] } };
    const options = rankedOptions(judgedPlaces(needWith(), [far, near]), (id) =>
      fullnessWith(id === 'near' ? full.near : {}),
    );
    const inSection = (sectionId: string, isWhole: boolean) =>
      chosenOption(options, { sectionId }, isWhole)?.section.id ?? null;
    expect(inSection('near', false)).toBe('near');
    expect(inSection('near', true)).toBeNull();
    expect(inSection('far', true)).toBe('far');
  });

  it('is none that nobody may book: for over twelve hours, or over two years ahead', () => {
    const long = inCentre('long', { openingHours: [{ weekday: 2, from: '06:00', to: '20:00' }] });
    const ids = (facts: ReturnType<typeof needWith>, now: Date) => {
      const options = rankedOptions(judgedPlaces(facts, [long]), () => fullnessWith());
      return bookableOf(options, now).options.map(({ section }) => section.id);
    };
    const today = onTuesday('05:00');
    expect(ids(needWith(during('06:00', '18:00')), today)).toEqual(['long']);
    expect(ids(needWith(during('06:00', '18:30')), today)).toEqual([]);
    expect(ids(needWith(during('06:00', '18:00')), new Date('2024-03-02T05:00:00+01:00'))).toEqual([]);
  });

  it('is none when a part would stay without care that a centre could have given', () => {
    const full = { near: { everyone: [during('09:00', '09:30')] } };
    expect(chosen([near], { full })).toBeNull();
    expect(chosen([])).toBeNull();
  });

  it('may leave what lies outside all opening hours', () => {
    const early = needWith(during('06:00', '12:00'));
    const opensLater = inCentre('later', { openingHours: [{ weekday: 2, from: '09:00', to: '18:00' }] });
    expect(chosen([opensLater, far], { facts: early })).toBe('far');
    expect(chosen([opensLater], { facts: early })).toBe('later');
  });
});
