import { describe, expect, it } from '@jest/globals';
import {
  nextRequestStatuses,
  requestIsOpen,
  requestMayBecome,
  requestStepRefusal,
} from './care-request.rules.ts';
import { CareRequestStatus } from './care-request-status.ts';

const statuses = Object.values(CareRequestStatus);
const steps = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

/** Written down apart from the table: DOMAIN, request life cycle. */
const ALLOWED = new Set([
  'SUBMITTED OFFERED',
  'SUBMITTED ALTERNATIVE_PROPOSED',
  'SUBMITTED REFUSED',
  'SUBMITTED WITHDRAWN',
  'SUBMITTED LAPSED',
  'ALTERNATIVE_PROPOSED LAPSED',
  'LAPSED SUBMITTED',
  'OFFERED ACCEPTED',
  'OFFERED SUBMITTED',
  'OFFERED WITHDRAWN',
  'ALTERNATIVE_PROPOSED SUBMITTED',
  'ALTERNATIVE_PROPOSED OFFERED',
  'ALTERNATIVE_PROPOSED ALTERNATIVE_PROPOSED',
  'ALTERNATIVE_PROPOSED REFUSED',
  'ALTERNATIVE_PROPOSED WITHDRAWN',
  'ACCEPTED PLACED',
  'ACCEPTED WITHDRAWN',
]);

describe('the life of a care request', () => {
  it.each(steps)('from %s to %s is as written', (from, to) => {
    expect(requestMayBecome(from, to)).toBe(ALLOWED.has(`${from} ${to}`));
  });

  it('ends placed, refused or withdrawn', () => {
    expect(statuses.filter((status) => nextRequestStatuses[status].length === 0)).toEqual([
      'PLACED',
      'REFUSED',
      'WITHDRAWN',
    ]);
  });

  it('is not open once it has ended or lapsed', () => {
    expect(statuses.filter((status) => !requestIsOpen(status))).toEqual([
      'PLACED',
      'REFUSED',
      'WITHDRAWN',
      'LAPSED',
    ]);
  });

  it('tells of a change before it tells that a step is not possible', () => {
    const placed = { status: 'PLACED', version: 3 } as const;
    expect(requestStepRefusal(placed, 2, 'WITHDRAWN')).toBe('STALE_VERSION');
    expect(requestStepRefusal(placed, 3, 'WITHDRAWN')).toBe('STEP_NOT_ALLOWED');
    expect(requestStepRefusal({ status: 'SUBMITTED', version: 1 }, 1, 'WITHDRAWN')).toBeNull();
  });
});
