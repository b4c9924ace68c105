import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { careSentence } from './care-attention.messages.ts';
import { careMatters, ofAdvisor } from './care-attention.rules.ts';

const at = new Date('2026-03-03T09:00:00Z');
const uncovered = (advisorId: string | null) => ({
  familyId: 'f',
  milestoneId: 'm',
  advisorId,
  startsAt: at,
  status: 'UNCOVERED' as const,
  firstNames: ['Tom'],
});
const stray = (isCalledOff: boolean, advisorId = 'lea') => ({
  familyId: 'f',
  bookingId: 'b',
  advisorId,
  startsAt: at,
  isCalledOff,
  firstName: 'Tom',
  place: 'Moyens, Les Ribambelles',
});
const request = {
  familyId: 'f',
  requestId: 'r',
  submittedAt: at,
  kind: 'EMERGENCY',
  firstDay: Temporal.PlainDate.from('2026-03-09'),
  firstStart: at,
  firstName: null,
  offerId: null,
  expiresAt: null,
  place: null,
  isAskedTwice: false,
  isUnanswered: true,
  toConfirmAt: null,
} as const;
const twice = { ...request, isAskedTwice: true };
const suspended = { familyId: 'f', since: '2026-03-01' };

describe('what needs attention in care', () => {
  it('is a milestone, a booking or income support, each by what it is about', () => {
    const facts = {
      uncovered: [uncovered('lea')],
      stray: [stray(true), stray(false)],
      waiting: [
        request,
        { ...request, offerId: 'o', expiresAt: at, place: 'Moyens, Les Ribambelles' },
        twice,
        { ...request, isUnanswered: false, toConfirmAt: at },
      ],
      suspended: [suspended],
    };
    const care = { firstNames: ['Tom'], place: 'Moyens, Les Ribambelles' };
    expect(careMatters(facts)).toEqual([
      {
        kind: 'MILESTONE_UNCOVERED',
        one: 'MILESTONE_WITHOUT_CARE',
        subjectId: 'm',
        at,
        firstNames: ['Tom'],
      },
      { kind: 'BOOKING_OF_CANCELLED_MILESTONE', subjectId: 'b', at, ...care },
      { kind: 'BOOKING_OUTSIDE_MILESTONE', subjectId: 'b', at, ...care },
      { kind: 'REQUEST_WAITING', subjectId: 'r', at, firstNames: [null], request },
      { kind: 'OFFER_OPEN', subjectId: 'o', at, firstNames: [null], place: care.place },
      { kind: 'REQUEST_WAITING', subjectId: 'r', at, firstNames: [null], request: twice },
      { kind: 'REQUEST_MADE_TWICE', subjectId: 'r', at, firstNames: [null], request: twice },
      {
        ...{ kind: 'REQUEST_TO_CONFIRM', subjectId: 'r', at, firstNames: [null] },
        request: { ...request, isUnanswered: false, toConfirmAt: at },
      },
      { kind: 'INCOME_SUPPORT_SUSPENDED', subjectId: 'f', at: new Date('2026-02-28T23:00:00Z') },
    ]);
  });

  it('is to an advisor what concerns their own milestones', () => {
    const all = { uncovered: [uncovered('lea'), uncovered(null)], stray: [stray(true, 'tom')] };
    expect(ofAdvisor(all, 'lea')).toEqual({
      uncovered: [uncovered('lea')],
      stray: [],
      waiting: [],
      suspended: [],
    });
  });
});

describe('a sentence about care', () => {
  const said = (kind: 'REQUEST_WAITING' | 'OFFER_OPEN' | 'MILESTONE_PARTIAL', facts: object) => {
    const matter = { kind, subjectId: 's', at, firstNames: ['Tom'], ...facts };
    return [careSentence(matter, 'fr'), careSentence(matter, 'en')];
  };

  it('names the child, the kind of care and its first hour or day', () => {
    expect(said('REQUEST_WAITING', { request })).toEqual([
      'Demande d’accueil d’urgence pour Tom à partir du 3 mars 2026 à 10:00, déposée le 3 mars 2026 : elle attend une réponse.',
      'Request for emergency care for Tom from 3 March 2026 at 10:00 on, taken on 3 March 2026: it waits for an answer.',
    ]);
    const weekly = { ...request, kind: 'LONG_TERM', firstStart: null };
    expect(said('REQUEST_WAITING', { request: weekly, firstNames: [null] })[0]).toBe(
      'Demande d’accueil régulier pour l’enfant à naître à partir du 9 mars 2026, déposée le 3 mars 2026 : elle attend une réponse.',
    );
  });

  it('names the place and the hour, and all children', () => {
    expect(said('OFFER_OPEN', { place: 'Moyens, Les Ribambelles' })[0]).toBe(
      'Place proposée pour Tom (Moyens, Les Ribambelles) : la famille peut répondre jusqu’au 3 mars 2026 à 10:00.',
    );
    expect(said('MILESTONE_PARTIAL', { firstNames: ['Tom', 'Zoé', 'Awa'] })).toEqual([
      'Garde incomplète pour Tom, Zoé et Awa : étape du 3 mars 2026 à 10:00.',
      'Not enough childcare for Tom, Zoé and Awa: milestone on 3 March 2026 at 10:00.',
    ]);
  });
});
