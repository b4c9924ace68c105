import { expect, it } from '@jest/globals';
import {
  type EntrustDraft,
  entrustInputs,
  lackOfEntrusting,
  leads,
  newEntrusting,
  roleOf,
  unanswered,
} from './entrust.rules.ts';

const lea = { id: 'p', name: 'Léa Martin' };
const draft = (more: Partial<EntrustDraft> = {}): EntrustDraft => ({
  ...newEntrusting(),
  message: ' Une garde le mardi ? ',
  ...more,
});

it.each<[string, EntrustDraft, string | undefined]>([
  ['nothing', draft(), undefined],
  ['what is asked', draft({ message: ' ' }), 'WHAT'],
  ['the advisor', draft({ target: 'ADVISOR' }), 'WHO'],
  ['nothing more once the advisor is named', draft({ target: 'ADVISOR', named: lea }), undefined],
])('before it is sent it lacks %s', (_what, of, lack) => {
  expect(lackOfEntrusting(of)).toBe(lack);
});

it('names whom the target is for', () => {
  expect([roleOf('ADVISOR'), roleOf('SERVICE_POINT'), roleOf('SOCIAL_WORKER')]).toEqual([
    'EMPLOYMENT_ADVISOR',
    'CARE_COORDINATOR',
    'CASEWORKER',
  ]);
});

it('sends to a service, to somebody, and puts them into the team where that is wanted', () => {
  const message = 'Une garde le mardi ?';
  expect(entrustInputs(draft({ joins: true }), 'f')).toEqual({
    join: undefined,
    refer: { familyId: 'f', target: 'SERVICE_POINT', message, addressee: null },
  });
  expect(entrustInputs(draft({ named: lea, target: 'SOCIAL_WORKER' }), 'f').join).toBeUndefined();
  expect(entrustInputs(draft({ named: lea, target: 'SOCIAL_WORKER', joins: true }), 'f')).toEqual({
    join: { familyId: 'f', isLead: false, professional: { id: 'p' } },
    refer: { familyId: 'f', target: 'SOCIAL_WORKER', message, addressee: { id: 'p' } },
  });
});

it('knows who leads a team, and what waits for an answer', () => {
  const team = [
    { isLead: true, professional: { sub: 'lea' } },
    { isLead: false, professional: { sub: 'maud' } },
    { isLead: true, professional: null },
  ];
  expect([leads(team, 'lea'), leads(team, 'maud'), leads([], 'lea')]).toEqual([true, false, false]);
  expect(unanswered(['SENT', 'ACCEPTED', 'SEEN'].map((status) => ({ status })))).toHaveLength(2);
});
