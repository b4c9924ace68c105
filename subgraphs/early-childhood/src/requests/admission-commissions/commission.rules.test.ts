import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  decisionCorrectionProblem,
  decisionProblem,
  scheduleProblem,
  sittingProblem,
} from './commission.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');

describe('a commission', () => {
  it.each([
    [null, '2026-03-02', null],
    ['HELD_IN_THE_PAST', '2026-03-01', null],
    [null, '2026-03-01', 'Panne'],
    [null, '2025-03-02', 'Panne'],
    ['HELD_TOO_LONG_AGO', '2025-03-01', 'Panne'],
    ['REASON_NOT_NEEDED', '2026-03-02', 'Panne'],
  ])('is scheduled for today or later, or entered with a reason: %s', (problem, heldOn, reason) => {
    expect(scheduleProblem({ heldOn: day(heldOn), reason }, today)).toBe(problem);
  });

  it.each([
    [null, 'SCHEDULED', '2026-03-02'],
    [null, 'SCHEDULED', '2026-02-02'],
    ['NOT_HELD_YET', 'SCHEDULED', '2026-03-03'],
    ['COMMISSION_CLOSED', 'CLOSED', '2026-03-02'],
  ] as const)('decides from its day until it is closed: %s', (problem, status, heldOn) => {
    expect(sittingProblem({ status, heldOn: day(heldOn) }, today)).toBe(problem);
  });
});

describe('a decision of a commission', () => {
  const request = { version: 3, kind: 'LONG_TERM', status: 'SUBMITTED' } as const;
  const granted = { version: 3, decision: 'GRANTED', sectionId: 'section', reason: null } as const;
  const refused = { version: 3, decision: 'REFUSED', sectionId: null, reason: 'Complet' } as const;
  const postponed = { ...refused, decision: 'POSTPONED' } as const;

  it.each([granted, refused, postponed])('can be $decision', (decided) => {
    expect(decisionProblem(request, decided)).toBeNull();
    expect(decisionProblem({ ...request, status: 'ALTERNATIVE_PROPOSED' }, decided)).toBeNull();
  });

  it.each([
    ['STALE_VERSION', request, { ...granted, version: 2 }],
    ['NOT_LONG_TERM', { ...request, kind: 'FLEXIBLE' }, granted],
    ['NOT_WAITING', { ...request, status: 'OFFERED' }, granted],
    ['NOT_WAITING', { ...request, status: 'WITHDRAWN' }, refused],
    ['SECTION_MISSING', request, { ...granted, sectionId: null }],
    ['SECTION_NOT_FOR_THIS_DECISION', request, { ...postponed, sectionId: 'section' }],
    ['REASON_MISSING', request, { ...refused, reason: null }],
  ] as const)('may be refused: %s', (problem, of, decided) => {
    expect(decisionProblem(of, decided)).toBe(problem);
  });
});

describe('a decision that was recorded wrongly', () => {
  const request = { version: 3, status: 'SUBMITTED' } as const;
  const standing = {
    request,
    decision: { decision: 'GRANTED' },
    isNewest: true,
    wasOffered: false,
    hasChildLeft: false,
  } as const;
  const wasRefused = {
    ...standing,
    decision: { decision: 'REFUSED' },
    request: { ...request, status: 'REFUSED' },
  } as const;
  const asked = {
    version: 3,
    decision: 'GRANTED',
    sectionId: 'other',
    reason: null,
    correctedBecause: 'Ligne confondue',
  } as const;
  const refused = { ...asked, decision: 'REFUSED', sectionId: null, reason: 'Complet' } as const;

  it('is put right while the request stands where it left it', () => {
    for (const each of [standing, wasRefused]) {
      expect(decisionCorrectionProblem(each, asked)).toBeNull();
      expect(decisionCorrectionProblem(each, refused)).toBeNull();
    }
  });

  it.each([
    ['STALE_VERSION', standing, { ...asked, version: 2 }],
    ['DECIDED_AGAIN', { ...standing, isNewest: false }, asked],
    ['PLACE_OFFERED_SINCE', { ...standing, wasOffered: true }, asked],
    ['NOT_WAITING', { ...standing, request: { ...request, status: 'WITHDRAWN' } }, asked],
    ['NOT_WAITING', { ...wasRefused, request }, asked],
    ['NOT_WAITING', { ...wasRefused, hasChildLeft: true }, asked],
    [null, { ...wasRefused, hasChildLeft: true }, refused],
    ['REASON_MISSING', standing, { ...asked, correctedBecause: ' ' }],
    ['REASON_TOO_LONG', standing, { ...asked, correctedBecause: 'x'.repeat(1001) }],
    ['SECTION_MISSING', standing, { ...asked, sectionId: null }],
    ['SECTION_NOT_FOR_THIS_DECISION', standing, { ...refused, sectionId: 'section' }],
    ['GROUNDS_MISSING', standing, { ...refused, reason: null }],
  ] as const)('may stand: %s', (problem, of, otherwise) => {
    expect(decisionCorrectionProblem(of, otherwise)).toBe(problem);
  });
});
