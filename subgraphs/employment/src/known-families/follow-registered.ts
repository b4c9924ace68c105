import { hasRows } from '@relais/platform/database/rows.ts';
import { addFollower } from '@relais/platform/followers/follower.queries.ts';
import type { FamilyRegistered } from '@relais/platform/known-families/receive-family-change.ts';

/** Whether the owner of the teams has told of this one already: then it knows better. */
const TEAM_WAS_TOLD = `
  select from inbox_positions where source = 'social-protection' and family_id = $1`;

/** Whoever registered a family follows it at once; its team is told later. */
export const followRegistered: FamilyRegistered = async (tx, { familyId, registeredBy, registeredOn }) => {
  if (await hasRows(tx, TEAM_WAS_TOLD, [familyId])) return;
  const { sub } = registeredBy;
  await addFollower(tx, familyId, { sub, relation: 'TEAM', from: registeredOn.toString(), to: null });
};
