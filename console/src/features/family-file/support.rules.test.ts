import { describe, expect, it } from '@jest/globals';
import {
  agenciesFor,
  heldOf,
  isInTeam,
  lackOfLifting,
  lackOfSaying,
  maySplit,
  mayWriteIn,
  newObjection,
  objectionInput,
  ofCategory,
  saidInput,
  teamDeeds,
} from './support.rules.ts';

const member = (sub: string | null, isLead = false) => ({ isLead, professional: sub ? { sub } : null });
const anna = { sub: 'anna', role: 'CASEWORKER' };
const coordinator = { sub: 'yann', role: 'CARE_COORDINATOR' };

describe('what may be done of a member', () => {
  const lead = member('anna', true);
  const other = member('bruno');

  it('lets who leads others hand over, and remove them', () => {
    expect(teamDeeds(lead, [lead, other], anna)).toEqual(['HAND_OVER']);
    expect(teamDeeds(other, [lead, other], anna)).toEqual(['REMOVE']);
  });

  it('lets everybody leave who does not lead others', () => {
    expect(teamDeeds(lead, [lead], anna)).toEqual(['LEAVE']);
    expect(teamDeeds(other, [lead, other], { sub: 'bruno', role: 'EMPLOYMENT_ADVISOR' })).toEqual(['LEAVE']);
  });

  it('lets nobody else remove, but a coordinator where nobody leads', () => {
    expect(teamDeeds(lead, [lead, other], coordinator)).toEqual([]);
    expect(teamDeeds(other, [other], coordinator)).toEqual(['REMOVE']);
    expect(teamDeeds(other, [other], anna)).toEqual([]);
    expect(teamDeeds(member(null), [lead, member(null)], anna)).toEqual(['REMOVE']);
    expect(teamDeeds(lead, [lead], undefined)).toEqual([]);
  });

  it('lets caseworkers write in the files of their teams, others in those that they see', () => {
    expect(mayWriteIn([lead], anna)).toBe(true);
    expect(mayWriteIn([other], anna)).toBe(false);
    expect(mayWriteIn([other], coordinator)).toBe(true);
    expect(mayWriteIn([other], undefined)).toBe(false);
  });

  it('lets the team split a file of several adults', () => {
    expect(maySplit([lead], [1, 2], anna)).toBe(true);
    expect(maySplit([lead], [1], anna)).toBe(false);
    expect(maySplit([lead], null, anna)).toBe(false);
    expect(maySplit([other], [1, 2], anna)).toBe(false);
    expect(maySplit([lead], [1, 2], { ...anna, role: 'EMPLOYMENT_ADVISOR' })).toBe(false);
    expect(maySplit([lead], [1, 2], undefined)).toBe(false);
  });

  it('knows who is in it', () => {
    expect(isInTeam([lead, other], 'bruno')).toBe(true);
    expect(isInTeam([lead, member(null)], 'carl')).toBe(false);
    expect(isInTeam([member(null)], undefined)).toBe(false);
  });
});

it('holds to the record that was seen until somebody is found to have changed it, and it is read', () => {
  const [first, second] = [{ version: 4 }, { version: 5 }];
  expect(heldOf(first, second, false)).toBe(first);
  expect(heldOf(first, first, true)).toBe(first);
  expect(heldOf(first, undefined, true)).toBe(first);
  expect(heldOf(first, second, true)).toBe(second);
});

describe('an objection', () => {
  const today = '2026-11-30';

  it('is never with whoever keeps it', () => {
    expect(agenciesFor('BENEFITS')).toEqual(['CARE', 'JOB_SEARCH']);
    const draft = newObjection([], today);
    expect(ofCategory(draft, 'BENEFITS').agency).toBe('JOB_SEARCH');
    expect(ofCategory(draft, 'JOB_SEARCH').agency).toBe('CARE');
  });

  it('is said by the only adult, or by whoever is named', () => {
    expect(newObjection([{ id: 'one' }], today).saidBy).toBe('one');
    const draft = newObjection([{ id: 'one' }, { id: 'two' }], today);
    expect(lackOfSaying(draft)).toBe('WHO');
    expect(lackOfSaying({ ...draft, saidBy: 'two', saidOn: '' })).toBe('DAY');
    expect(lackOfSaying({ ...draft, saidBy: 'two' })).toBeUndefined();
    expect(lackOfLifting(draft, 'Elle veut bien.')).toBe('WHO');
    expect(lackOfLifting({ ...draft, saidBy: 'two' }, ' ')).toBe('WHY');
    expect(lackOfLifting({ ...draft, saidBy: 'two' }, 'Elle veut bien.')).toBeUndefined();
  });

  it('is sent with who said it to whom', () => {
    const draft = { ...newObjection([{ id: 'one' }], today), note: ' par téléphone ' };
    expect(objectionInput(draft, 'family')).toEqual({
      familyId: 'family',
      category: 'CARE',
      agency: 'JOB_SEARCH',
      note: 'par téléphone',
      saidByAdultId: 'one',
      saidOn: today,
      toldTo: null,
    });
    expect(objectionInput({ ...draft, note: ' ' }, 'family').note).toBeNull();
    expect(saidInput({ saidBy: 'one', saidOn: today, toldTo: 'bruno' }).toldTo).toEqual({ id: 'bruno' });
  });
});
