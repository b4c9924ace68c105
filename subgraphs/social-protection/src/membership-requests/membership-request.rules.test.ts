import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aMember } from '../support-team/support-team-member.builder.ts';
import { aMembershipRequest } from './membership-request.builder.ts';
import { answerRefusal, requestRefusal } from './membership-request.rules.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const nora = { id: 'n', sub: 'nora', role: 'CASEWORKER' } as const;
const lead = { id: 'l', sub: 'lea', role: 'CASEWORKER' } as const;
const member = { id: 'm', sub: 'max', role: 'EMPLOYMENT_ADVISOR' } as const;
const coordinator = { id: 'c', sub: 'anne', role: 'CARE_COORDINATOR' } as const;
const unled = [aMember({ professionalId: 'm' })];
const led = [...unled, aMember({ professionalId: 'l', isLead: true })];

it.each([
  ['somebody of the team', member, led, [], 'MEMBER_ALREADY'],
  ['who has asked and waits', nora, led, [aMembershipRequest()], 'ASKED_ALREADY'],
  ['who was declined before', nora, led, [aMembershipRequest({ answer: 'DECLINED' })], null],
  ['another than who waits', coordinator, led, [aMembershipRequest()], null],
  ['who was of the team', nora, [aMember({ professionalId: 'n', to: today })], [], null],
])('%s asks', (_who, actor, team, ofFamily, refusal) => {
  expect(requestRefusal('Because.', ofFamily, { actor, team, today })).toBe(refusal);
});

it('a request says why', () => {
  expect(requestRefusal(' ', [], { actor: nora, team: led, today })).toBe('EMPTY_TEXT');
});

it.each([
  ['the lead', lead, led, null],
  ['a member who does not lead', member, led, 'NOT_YOURS_TO_ANSWER'],
  ['a coordinator where somebody leads', coordinator, led, 'UNKNOWN_REQUEST'],
  ['a coordinator where nobody leads', coordinator, unled, null],
  ['who asks', nora, led, 'YOUR_OWN_REQUEST'],
  ['a stranger', { ...nora, id: 's', sub: 's' }, unled, 'UNKNOWN_REQUEST'],
] as const)('%s answers', (_who, actor, team, refusal) => {
  const answer = { version: 1, answer: 'GRANTED', declineReason: null } as const;
  expect(answerRefusal(aMembershipRequest(), answer, { actor, team, today })).toBe(refusal);
});

it.each([
  [{ answer: 'DECLINED' }, {}, 'REASON_NEEDED'],
  [{ answer: 'DECLINED', declineReason: ' ' }, {}, 'EMPTY_TEXT'],
  [{ answer: 'DECLINED', declineReason: 'Followed elsewhere' }, {}, null],
  [{ declineReason: 'Welcome' }, {}, 'REASON_OF_A_GRANT'],
  [{ version: 2 }, {}, 'STALE_VERSION'],
  [{}, { answer: 'GRANTED' }, 'ANSWERED_ALREADY'],
] as const)('the lead answers with %j what has %j', (given, had, refusal) => {
  const answer = { version: 1, answer: 'GRANTED', declineReason: null, ...given } as const;
  expect(answerRefusal(aMembershipRequest(had), answer, { actor: lead, team: led, today })).toBe(refusal);
});
