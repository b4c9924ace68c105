import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nantesCentres } from '../../../seeds/nantes-centres.ts';
import { nantesDistricts } from '../../../seeds/nantes-districts.ts';
import { nantesOutlines } from '../../../seeds/nantes-outlines.ts';
import { districtAt, type Outline, placeQuestion } from './place.rules.ts';

const outlines = nantesOutlines();
const districts = nantesDistricts.map((district) => ({
  ...district,
  outline: outlines.find(({ number }) => number === district.number)?.outline ?? [],
}));
const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const numberAt = (latitude: number, longitude: number) =>
  districtAt(at(latitude, longitude), districts)?.number ?? null;

describe('a point lies in', () => {
  it.each([
    [1, 'the castle of the dukes', 47.21603, -1.54963],
    [2, 'the church of Sainte-Anne', 47.20225, -1.58],
    [3, 'Dervallières', 47.2225, -1.5935],
    [4, 'Saint-Félix', 47.23, -1.555],
    [5, 'the station of Malakoff', 47.21768, -1.53],
    [6, 'the machines of the island', 47.20573, -1.56377],
    [7, 'Breil', 47.2322, -1.5874],
    [8, 'Nantes Nord', 47.2575, -1.56547],
    [9, 'the racecourse of Petit-Port', 47.2459, -1.5415],
    [10, 'Doulon', 47.22585, -1.507],
    [11, 'Pirmil', 47.1935, -1.5365],
    [null, 'Rezé', 47.1833, -1.55],
    [null, 'Paris', 48.8566, 2.3522],
    [null, 'nowhere', 0, 0],
  ])('%s: %s', (number, _name, latitude, longitude) => {
    expect(numberAt(latitude, longitude)).toBe(number);
  });

  it('each district: its centroid', () => {
    expect(nantesDistricts.map(({ latitude, longitude }) => numberAt(latitude, longitude))).toEqual(
      nantesDistricts.map(({ number }) => number),
    );
  });

  it('the one with the lower number, when it is a corner of two or lies on their border', () => {
    const square = (west: number, number: number) => ({
      id: String(number),
      number,
      outline: [
        [west, 0],
        [west + 2, 0],
        [west + 2, 2],
        [west, 2],
      ] satisfies Outline,
    });
    const [east, west] = [square(2, 3), square(0, 7)];
    const found = (latitude: number, longitude: number) =>
      districtAt(at(latitude, longitude), [west, east])?.number ?? null;
    expect([found(1, 1), found(1, 3), found(1, 2), found(0, 2), found(2, 1)]).toEqual([7, 3, 3, 3, 7]);
    expect([found(1, 4), found(1, 4.1), found(-0.1, 1), found(3, 2)]).toEqual([3, null, null, null]);
  });

  it('the district of which it is a corner, or one before that', () => {
    const corners = districts.flatMap(({ number, outline }) => outline.map((corner) => ({ number, corner })));
    fc.assert(
      fc.property(fc.constantFrom(...corners), ({ number, corner: [east, north] }) => {
        const found = districtAt(at(north, east), districts);
        expect(found?.number).toBeLessThanOrEqual(number);
      }),
    );
  });
});

describe('about a position is asked', () => {
  it.each([
    ['nothing of a home in the district that was said', at(47.2575, -1.56547), districts[7]?.id, null],
    ['nothing of a home whose district is not known', at(47.2575, -1.56547), null, null],
    [
      'another district than the one it lies in',
      at(47.2575, -1.56547),
      districts[0]?.id,
      'POSITION_IN_ANOTHER_DISTRICT',
    ],
    ['nothing of a town nearby', at(47.1833, -1.55), districts[0]?.id, null],
    ['degrees that are exchanged', at(-1.6075, 47.2054), null, 'POSITION_FAR_AWAY'],
    ['zeros', at(0, 0), null, 'POSITION_FAR_AWAY'],
    ['another city', at(48.8566, 2.3522), null, 'POSITION_FAR_AWAY'],
  ])('%s', (_case, position, districtId, question) => {
    expect(placeQuestion({ position, districtId: districtId ?? null }, districts)).toBe(question);
  });

  it('nothing where no district is known', () => {
    expect(placeQuestion({ position: at(0, 0), districtId: null }, [])).toBeNull();
  });

  it('nothing of the centres of the city', () => {
    const asked = nantesCentres.map((centre) =>
      placeQuestion({ position: centre, districtId: null }, districts),
    );
    expect(asked).toEqual(nantesCentres.map(() => null));
  });
});
