import { describe, expect, it } from '@jest/globals';
import {
  axisOf,
  type ChildInCover,
  type Cover,
  choicesWith,
  gapKey,
  hoursOf,
  isNameBefore,
  lanesOf,
  neededOf,
  type Option,
  placeOn,
  proposalsOf,
  saySpan,
  shownChoices,
  without,
  withoutPlace,
} from './cover.rules.ts';

const at = (time: string, day = '2026-12-02') => `${day}T${time}:00+01:00`;
const option = (centre: string, from: string, to: string): Option => ({
  startsAt: at(from),
  endsAt: at(to),
  isWholeTime: true,
  section: { id: `section of ${centre}`, name: 'Les petits' },
  centre: { id: centre, name: centre },
});
const partly = (centre: string): Option => ({ ...option(centre, '13:00', '14:00'), isWholeTime: false });
const child = (name: string, gaps: ChildInCover['gaps'] = []): ChildInCover => ({
  child: { id: name, firstName: name },
  status: gaps.length > 0 ? 'PARTIAL' : 'COVERED',
  gaps,
});
const cover = (...children: ChildInCover[]): Cover => ({
  status: 'PARTIAL',
  neededFrom: at('10:00'),
  neededTo: at('15:00'),
  children,
});

describe('the lanes', () => {
  it('show care where nothing is missing', () => {
    const gap = { startsAt: at('12:00'), endsAt: at('15:00') };
    const [milan, diana] = lanesOf(cover(child('Milan', [gap]), child('Diana')));
    expect(milan).toMatchObject({
      name: 'Milan',
      cared: [{ from: 600, to: 720 }],
      missing: [{ from: 720, to: 900 }],
    });
    expect(diana).toMatchObject({ cared: [{ from: 600, to: 900 }], missing: [], unknown: [] });
  });

  it('show neither care nor gap where nobody knows, and no name where it is not told', () => {
    const gap = { startsAt: at('10:00'), endsAt: at('15:00') };
    const unknown = { ...child('x', [gap]), child: { id: 'x', firstName: null }, status: 'UNKNOWN' as const };
    const [lane] = lanesOf(cover(unknown));
    expect(lane).toMatchObject({ name: '', cared: [], missing: [], unknown: [{ from: 600, to: 900 }] });
  });

  it('end at 24 h what ends at midnight', () => {
    const late = { ...cover(), neededFrom: at('21:00'), neededTo: at('00:00', '2026-12-03') };
    expect(neededOf(late)).toEqual({ from: 1260, to: 1440 });
  });
});

it('takes stretches out of a stretch, in whatever order they come', () => {
  const whole = { from: 0, to: 100 };
  expect(
    without(whole, [
      { from: 60, to: 70 },
      { from: 0, to: 20 },
    ]),
  ).toEqual([
    { from: 20, to: 60 },
    { from: 70, to: 100 },
  ]);
  expect(without(whole, [{ from: 0, to: 100 }])).toEqual([]);
  expect(
    without(whole, [
      { from: 10, to: 60 },
      { from: 20, to: 30 },
    ]),
  ).toEqual([
    { from: 0, to: 10 },
    { from: 60, to: 100 },
  ]);
});

describe('the axis', () => {
  it('is 8 to 18 h, and longer only where it must', () => {
    expect(axisOf([])).toEqual({ from: 480, to: 1080 });
    expect(axisOf([{ from: 450, to: 1290 }])).toEqual({ from: 360, to: 1320 });
    expect(hoursOf({ from: 480, to: 720 })).toEqual([480, 600, 720]);
  });

  it('places bars, and names before bars that end late', () => {
    const axis = { from: 480, to: 1080 };
    expect(placeOn({ from: 480, to: 780 }, axis)).toEqual({ left: 0, width: 50 });
    expect([isNameBefore({ from: 480, to: 780 }, axis), isNameBefore({ from: 900, to: 1050 }, axis)]).toEqual(
      [false, true],
    );
  });
});

describe('what would be booked', () => {
  const morning = {
    startsAt: at('10:00'),
    endsAt: at('12:00'),
    options: [option('Marelle', '10:00', '12:00')],
  };
  const full = { startsAt: at('13:00'), endsAt: at('15:00'), options: [partly('Cerisiers')] };

  it('is the first place of each gap', () => {
    expect(shownChoices(cover(child('Milan', [morning]), child('Diana')))).toEqual([
      { childId: 'Milan', startsAt: at('10:00'), sectionId: 'section of Marelle' },
    ]);
  });

  it('is nothing when one gap has no place: all or nothing is booked', () => {
    expect(shownChoices(cover(child('Milan', [morning, full])))).toEqual([]);
    expect(shownChoices(cover(child('Milan', [{ ...full, options: null }])))).toEqual([]);
  });

  it('follows what a person chose instead', () => {
    const chosen = new Map([[gapKey('Milan', morning), 'another']]);
    const [one, two] = choicesWith(cover(child('Milan', [morning]), child('Lou', [morning])), chosen);
    expect([one?.sectionId, two?.sectionId]).toEqual(['another', 'section of Marelle']);
  });

  it('is told once for siblings at one place', () => {
    const unnamed = { ...child('x', [morning]), child: { id: 'x', firstName: null } };
    expect(proposalsOf(cover(child('Milan', [morning, full]), child('Lou', [morning]), unnamed))).toEqual([
      {
        key: 'Marelle 10:00 – 12:00',
        centre: 'Marelle',
        span: '10:00 – 12:00',
        children: ['Milan', 'Lou', ''],
      },
    ]);
    expect(proposalsOf(cover(child('Milan', [{ ...full, options: null }])))).toEqual([]);
  });

  it('names whom no place was found for', () => {
    const unnamed = { ...child('x', [full]), child: { id: 'x', firstName: null } };
    expect(withoutPlace(cover(child('Milan', [full]), child('Lou', [morning]), unnamed))).toEqual([
      'Milan',
      '',
    ]);
    expect(withoutPlace(cover(child('Milan', [{ ...full, options: null }])))).toEqual([]);
  });
});

it('says a span in the hours of the city', () => {
  expect(saySpan({ startsAt: '2026-12-02T09:00:00Z', endsAt: '2026-12-02T11:30:00Z' })).toBe('10:00 – 12:30');
});
