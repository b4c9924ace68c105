import { expect, it } from '@jest/globals';
import {
  absenceInput,
  absenceOf,
  entryInput,
  lackOfAbsence,
  lackOfNew,
  lackOfTakeOver,
  mayEndSessions,
  mayKeep,
  newInput,
  toggled,
} from './colleagues.rules.ts';

it('lets an administrator keep the own agency, and nobody else anything', () => {
  const colleague = { id: 'c', sub: 'lea', agency: 'departement-44', hasDeparted: false };
  const odile = { isAdministrator: true, own: 'departement-44', self: 'odile' };
  expect([
    mayKeep(colleague, odile),
    mayKeep({ ...colleague, agency: 'ville-de-nantes' }, odile),
    mayKeep({ ...colleague, hasDeparted: true }, odile),
    mayKeep(colleague, { ...odile, isAdministrator: false }),
  ]).toEqual([true, false, false, false]);
  expect([
    mayEndSessions(colleague, odile),
    mayEndSessions({ ...colleague, hasDeparted: true }, odile),
    mayEndSessions({ ...colleague, sub: 'odile' }, odile),
    mayEndSessions({ ...colleague, agency: 'ville-de-nantes' }, odile),
    mayEndSessions(colleague, { ...odile, isAdministrator: false }),
  ]).toEqual([true, true, false, false, false]);
});

it('asks an absence for its first day, and for a day back after it where there is one', () => {
  const draft = { from: '2026-12-01', to: '', standIn: '' };
  expect([
    lackOfAbsence(draft),
    lackOfAbsence({ ...draft, from: '' }),
    lackOfAbsence({ ...draft, to: '2026-12-01' }),
    lackOfAbsence({ ...draft, to: 'x' }),
    lackOfAbsence({ ...draft, to: '2026-12-08' }),
  ]).toEqual([undefined, 'DAY', 'DAYS', 'DAYS', undefined]);
  const seen = { id: 'c', version: 2 };
  expect(absenceInput(draft, seen)).toEqual({
    professionalId: 'c',
    version: 2,
    from: '2026-12-01',
    to: null,
    standIn: null,
  });
  expect(absenceInput({ ...draft, to: '2026-12-08', standIn: 's' }, seen)).toMatchObject({
    to: '2026-12-08',
    standIn: { id: 's' },
  });
});

it('asks a new colleague for a name and a sign-in', () => {
  const draft = {
    name: ' Léa Le Gall ',
    sub: 'lea',
    role: 'CASEWORKER' as const,
    place: '',
    phone: ' 02 40 ',
    districtIds: [],
  };
  expect([lackOfNew(draft), lackOfNew({ ...draft, name: '' }), lackOfNew({ ...draft, sub: ' ' })]).toEqual([
    undefined,
    'NAME',
    'SUB',
  ]);
  expect(newInput(draft)).toEqual({
    name: 'Léa Le Gall',
    sub: 'lea',
    role: 'CASEWORKER',
    place: null,
    phone: '02 40',
    districtIds: [],
  });
  expect(newInput({ ...draft, place: 'Doulon', phone: '' })).toMatchObject({ place: 'Doulon', phone: null });
});

it('hands over to a colleague, with a reason', () => {
  expect([
    lackOfTakeOver({ to: '', reason: 'Congé.' }),
    lackOfTakeOver({ to: 'c', reason: ' ' }),
    lackOfTakeOver({ to: 'c', reason: 'Congé.' }),
  ]).toEqual(['COLLEAGUE', 'REASON', undefined]);
});

it('notes a new absence from today, and one on record as it is', () => {
  const noted = { absentFrom: '2026-12-01', absentTo: null, standIn: { id: 's' } };
  expect(absenceOf(undefined, '2026-11-30')).toEqual({ from: '2026-11-30', to: '', standIn: '' });
  expect(absenceOf(noted, '2026-11-30')).toEqual({ from: '2026-12-01', to: '', standIn: 's' });
  expect(absenceOf({ ...noted, absentTo: '2026-12-08', standIn: null }, '2026-11-30')).toEqual({
    from: '2026-12-01',
    to: '2026-12-08',
    standIn: '',
  });
  expect(absenceOf({ ...noted, absentFrom: null }, '2026-11-30').from).toBe('2026-11-30');
});

it('changes of an entry what was written anew; what is emptied is known no more, and a district is ticked or not', () => {
  const begun = { place: 'Doulon', phone: '02 40', districtIds: ['d1', 'd2'] };
  const seen = { id: 'c', version: 3 };
  const districtIds = toggled(toggled(begun.districtIds, 'd1'), 'd3');
  expect(entryInput({ place: ' Chantenay ', phone: '', districtIds }, begun, seen)).toEqual({
    professionalId: 'c',
    version: 3,
    place: 'Chantenay',
    phone: null,
    districtIds: ['d2', 'd3'],
  });
  expect(entryInput({ ...begun, place: '' }, begun, seen)).toEqual({
    professionalId: 'c',
    version: 3,
    place: null,
  });
});
