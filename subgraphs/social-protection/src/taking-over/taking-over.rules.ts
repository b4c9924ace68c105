import type { Temporal } from 'temporal-polyfill';
import { isMemberOn } from '../support-team/support-team.rules.ts';
import type { SupportTeamMember } from '../support-team/support-team-member.ts';

export type HandedMembership = {
  /** The stretches that end today. */
  readonly ended: readonly SupportTeamMember[];
  /** As what the colleague begins one today; `null` when already a member, who takes nothing over. */
  readonly begun: Pick<SupportTeamMember, 'isLead'> | null;
};

/** What becomes of a membership when a colleague takes it over: the lead stays a lead, and nobody is in a team twice. */
export const handedMembership = (
  leaving: SupportTeamMember,
  team: readonly SupportTeamMember[],
  /** `null` when nobody takes it, and it goes to the desk. */
  toId: string | null,
  today: Temporal.PlainDate,
): HandedMembership => {
  if (toId === null) return { ended: [leaving], begun: null };
  const present = team.find((each) => each.professionalId === toId && isMemberOn(each, today));
  const { isLead } = leaving;
  if (!present) return { ended: [leaving], begun: { isLead } };
  return isLead ? { ended: [leaving, present], begun: { isLead } } : { ended: [leaving], begun: null };
};
