import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publish } from '@relais/platform/events/publish.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { professionals, supportTeamOfFamilies } from './support-team.queries.ts';
import { currentAndComing, hasDays } from './support-team.rules.ts';

export const SUPPORT_TEAM_CHANGED = 'relais.support-team.changed.v1';

/** Tells the other agencies who follows a family now. Call it last. */
export const tellSupportTeam = async (tx: Transaction, familyId: string, now: Date): Promise<void> => {
  await holdFamilies(tx, [familyId]);
  const team = currentAndComing(await supportTeamOfFamilies(tx, [familyId]), dayOf(now)).filter(hasDays);
  const people = await professionals(
    tx,
    team.map(({ professionalId }) => professionalId),
  );
  const members = team.flatMap(({ professionalId, isLead, from, to }) =>
    people
      .filter(({ id }) => id === professionalId)
      .map(({ sub, name, role, agency }) => ({
        sub,
        name,
        role,
        agency,
        isLead,
        from: from.toString(),
        to: to?.toString() ?? null,
      })),
  );
  await publish(tx, { type: SUPPORT_TEAM_CHANGED, familyId, data: { familyId, members } });
};
