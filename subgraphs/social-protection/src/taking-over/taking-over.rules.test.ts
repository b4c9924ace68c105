import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aMember } from '../support-team/support-team-member.builder.ts';
import { handedMembership } from './taking-over.rules.ts';

const today = Temporal.PlainDate.from('2026-03-10');

describe('a membership that is taken over', () => {
  it.each([true, false])('begins anew in the same capacity (lead: %s)', (isLead) => {
    const leaving = aMember({ isLead });
    const former = aMember({ professionalId: 'nora', to: today });
    const handed = handedMembership(leaving, [leaving, former], 'nora', today);
    expect(handed).toEqual({ ended: [leaving], begun: { isLead } });
  });

  it('only ends where it goes to the desk, lead or not', () => {
    const leaving = aMember({ isLead: true });
    expect(handedMembership(leaving, [leaving], null, today)).toEqual({ ended: [leaving], begun: null });
  });

  it('only ends where the colleague is a member already, who becomes the lead where it was one', () => {
    const present = aMember({ professionalId: 'nora' });
    const [plain, lead] = [aMember(), aMember({ isLead: true })];
    expect(handedMembership(plain, [plain, present], 'nora', today)).toEqual({ ended: [plain], begun: null });
    const handed = handedMembership(lead, [lead, present], 'nora', today);
    expect(handed).toEqual({ ended: [lead, present], begun: { isLead: true } });
  });
});
