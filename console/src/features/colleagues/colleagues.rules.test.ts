import { expect, it } from '@jest/globals';
import {
  absenceInput,
  lackOfAbsence,
  lackOfNew,
  lackOfTakeOver,
  mayKeep,
  newInput,
} from './colleagues.rules.ts';

it('lets an administrator keep the own agency, and nobody else anything', () => {
  const colleague = { id: 'c', agency: 'departement-44', hasDeparted: false };
  const odile = { isAdministrator: true, own: 'departement-44' };
  expect([
    mayKeep(colleague, odile),
    mayKeep({ ...colleague, agency: 'ville-de-nantes' }, odile),
    mayKeep({ ...colleague, hasDeparted: true }, odile),
    mayKeep(colleague, { ...odile, isAdministrator: false }),
  ]).toEqual([true, false, false, false]);
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
