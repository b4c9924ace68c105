import { expect, it } from '@jest/globals';
import {
  accessVariables,
  auditSearch,
  boardVariables,
  closuresSearch,
  colleaguesSearch,
  colleaguesVariables,
  daySearch,
  doublesSearch,
  familiesSearch,
  fileVariables,
  inboxSearch,
  keptSearch,
  lackingSearch,
  lackingVariables,
  noSearch,
  offersSearch,
  offersVariables,
  placementsSearch,
  placesSearch,
  planSearch,
  reportSearch,
  seekersSearch,
  seekersVariables,
  waitingSearch,
  waitingVariables,
  weekSearch,
  withoutNames,
} from './searches.rules.ts';

const now = Date.parse('2026-11-29T18:00:00+01:00');

it('reads of the address what it knows, and leaves out the rest', () => {
  expect(weekSearch({ monday: '2026-12-02', show: 'partial' })).toEqual({
    monday: '2026-11-30',
    show: 'partial',
  });
  const nothing = { monday: undefined, show: undefined };
  expect(weekSearch({ monday: '2026-02-30', show: 'x', q: '', other: 1 })).toEqual(nothing);
  expect(familiesSearch({ find: 'yes' })).toEqual({ find: 'yes' });
  expect(familiesSearch({ find: 'no' })).toEqual({ find: undefined });
  expect(noSearch()).toEqual({});
});

it('keeps every name out of the addresses of pages, also one that an old address holds', () => {
  const old = { q: 'Le Bihan', search: 'Le Bihan', name: 'Le Bihan' };
  const read = [weekSearch, familiesSearch, waitingSearch, seekersSearch, noSearch].map((each) => each(old));
  expect(JSON.stringify(read)).not.toMatch(/Bihan/);
});

it('brings the last filters back to who set them, and to nobody else', () => {
  const text = JSON.stringify({ by: 'ana', search: { q: 'Ke' } });
  expect(keptSearch(text, 'ana')).toEqual({ q: 'Ke' });
  expect([keptSearch(text, 'ben'), keptSearch(text, undefined)]).toEqual([{}, {}]);
  expect([keptSearch(null, undefined), keptSearch('{', 'ana'), keptSearch('{"q":"Ke"}', 'ana')]).toEqual([
    {},
    {},
    {},
  ]);
});

it('goes through the sign-in without the name that was looked for', () => {
  expect(withoutNames('?monday=2026-11-30&q=Le%20Bihan&show=all')).toBe('?monday=2026-11-30&show=all');
  expect([withoutNames('?q=Ke'), withoutNames('')]).toEqual(['', '']);
});

it('asks for a whole week, on a Sunday for the one that comes', () => {
  expect(boardVariables('2026-10-19', now)).toEqual({
    from: '2026-10-18T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
  expect(boardVariables(undefined, now).from).toBe('2026-11-29T23:00:00.000Z');
});

it('asks for the bookings of the two weeks that come', () => {
  expect(fileVariables('NAN-000001', now)).toEqual({
    reference: 'NAN-000001',
    today: '2026-11-29',
    from: '2026-11-28T23:00:00.000Z',
    to: '2026-12-12T23:00:00.000Z',
  });
});

it('asks for who waits by kind, name and district, and keeps who is looked at', () => {
  const nothing = { kind: undefined, district: undefined, request: undefined };
  expect(waitingSearch({ kind: 'NIGHTLY', request: 7 })).toEqual(nothing);
  const search = waitingSearch({ kind: 'EMERGENCY', district: 'd', request: 'r' });
  expect(search).toEqual({ kind: 'EMERGENCY', district: 'd', request: 'r' });
  expect(waitingVariables({ ...search, q: 'Ke' }, 'c')).toEqual({
    filter: { kind: 'EMERGENCY', search: 'Ke', districtId: 'd' },
    after: 'c',
  });
  expect(waitingVariables({}, undefined)).toEqual({ filter: {} });
});

it('asks for the offers without an answer unless told', () => {
  expect(offersVariables(offersSearch({}), undefined)).toEqual({ status: ['OPEN'] });
  expect(offersVariables(offersSearch({ show: 'accepted' }), 'c')).toEqual({
    status: ['ACCEPTED'],
    after: 'c',
  });
  expect(offersVariables(offersSearch({ show: 'all' }), undefined)).toEqual({});
});

it('asks for the milestones of two weeks, the same within a half-hour', () => {
  const asked = { from: '2026-11-29T17:00:00.000Z', to: '2026-12-12T23:00:00.000Z' };
  expect(lackingVariables(lackingSearch({}), undefined, now)).toEqual(asked);
  expect(lackingVariables({}, undefined, now + 29 * 60_000)).toEqual(asked);
  expect(lackingVariables({ district: 'd' }, 'c', now)).toEqual({ ...asked, districtId: 'd', after: 'c' });
});

it('looks at a day of a centre, today unless told', () => {
  const search = { day: '2026-12-01', centre: 'c', section: 's', order: 'departure' };
  expect(daySearch(search)).toEqual(search);
  expect(daySearch({ day: '2026-13-01', centre: '' })).toEqual({
    day: undefined,
    centre: undefined,
    section: undefined,
  });
});

it('asks for the registered job seekers, or for those whose file is closed', () => {
  expect([planSearch({ seeker: 's' }), planSearch({ seeker: 3 })]).toEqual([
    { seeker: 's' },
    { seeker: undefined },
  ]);
  expect(seekersSearch({ show: 'due', q: 'Ke' })).toEqual({ show: 'due' });
  expect(seekersVariables({ show: 'closed' }, undefined)).toEqual({ status: ['CLOSED'] });
  expect(seekersVariables({}, 'c')).toEqual({ status: ['OPEN'], after: 'c' });
});

it('reads of the address which quarter of which district is reported', () => {
  expect(reportSearch({ from: '2026-07-01', district: 'd' })).toEqual({ from: '2026-07-01', district: 'd' });
  expect(closuresSearch({ centre: 'c', closure: 1 })).toEqual({ centre: 'c', closure: undefined });
  expect(reportSearch({ from: 'x' })).toEqual({ from: undefined, district: undefined });
});

it('asks the logs for what an auditor named, and for no more', () => {
  const search = {
    show: 'accesses',
    reference: 'NAN-000001',
    sub: 's',
    from: '2026-11-01',
    to: '2026-11-30',
  };
  expect(auditSearch(search)).toEqual(search);
  const { show: _show, ...named } = search;
  expect(accessVariables(auditSearch(search), 20)).toEqual({ ...named, first: 20 });
  expect(accessVariables(auditSearch({ from: 'x', to: 1 }), 20)).toEqual({ first: 20 });
});

it('keeps the centre, the day and the placement that are looked at', () => {
  expect(placementsSearch({ centre: 'c', day: '2026-11-30', placement: 'p', q: 'Ke' })).toEqual({
    centre: 'c',
    day: '2026-11-30',
    placement: 'p',
  });
  expect(placementsSearch({ day: 'x' }).day).toBeUndefined();
  expect([inboxSearch({ box: 'sent', q: 'Ke' }), inboxSearch({ box: 'x' })]).toEqual([
    { box: 'sent' },
    { box: undefined },
  ]);
});

it('keeps the week, the district, and the cell that is looked at', () => {
  const search = { monday: '2026-11-30', district: 'd', centre: 'c', day: '2026-12-01' };
  expect(placesSearch({ ...search, monday: '2026-12-02' })).toEqual(search);
  expect(placesSearch({ monday: 'x', day: 'x' })).toEqual({
    monday: undefined,
    district: undefined,
    centre: undefined,
    day: undefined,
  });
});

it('keeps the references of the two files that may be one', () => {
  expect(doublesSearch({ keep: 'NAN-000001', drop: 7 })).toEqual({
    keep: 'NAN-000001',
    drop: undefined,
    undo: undefined,
  });
});

it('asks for the colleagues of the own agency, or of all, by name, and with those who left', () => {
  expect(colleaguesSearch({ show: 'all', departed: 'yes', q: 'Ke' })).toEqual({
    show: 'all',
    departed: 'yes',
  });
  expect(colleaguesSearch({ show: 'x', departed: 'x' })).toEqual({ show: undefined, departed: undefined });
  expect(colleaguesVariables({}, 'departement-44', undefined)).toEqual({
    withDeparted: false,
    agencyId: 'departement-44',
  });
  expect(colleaguesVariables({ show: 'all', departed: 'yes', q: ' Ke ' }, 'departement-44', 'c')).toEqual({
    withDeparted: true,
    search: 'Ke',
    after: 'c',
  });
});
