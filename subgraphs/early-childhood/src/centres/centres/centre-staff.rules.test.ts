import { describe, expect, it } from '@jest/globals';
import { mayActForCentre } from './centre-staff.rules.ts';

describe('acting for a centre', () => {
  it('is for its own staff', () => {
    expect(mayActForCentre({ role: 'CENTRE_STAFF', centreIds: ['here', 'there'] }, 'there')).toBe(true);
    expect(mayActForCentre({ role: 'CENTRE_STAFF', centreIds: ['here'] }, 'there')).toBe(false);
    expect(mayActForCentre({ role: 'CENTRE_STAFF', centreIds: [] }, 'there')).toBe(false);
  });

  it('is not bound to a centre for coordinators', () => {
    expect(mayActForCentre({ role: 'CARE_COORDINATOR', centreIds: [] }, 'there')).toBe(true);
  });
});
