import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publicationOf, publish } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { z } from 'zod';
import { professionals, supportTeamOfFamilies } from './support-team.queries.ts';
import { currentAndComing, hasDays } from './support-team.rules.ts';

export const supportTeamChangedEvent = publishedEvent({
  type: 'relais.support-team.changed.v1',
  description:
    'Who follows a family, or who leads, is another than before. Always the whole team of today and of days to come.',
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    members: z
      .array(
        z.object({
          sub: z.string(),
          name: z.string(),
          role: z.string(),
          agency: z.string(),
          isLead: z.boolean(),
          from: z.iso.date(),
          to: z.iso.date().nullable(),
        }),
      )
      .describe(
        '`sub` is the professional’s in the sign-in; `to` is the first day no longer in the team, `null` while open.',
      ),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    members: [
      {
        sub: 'caseworker-17',
        name: 'Solène Haddad-Morin',
        role: 'CASEWORKER',
        agency: 'departement-44',
        isLead: true,
        from: '2026-03-02',
        to: null,
      },
    ],
  },
});

/** Tells the other agencies who follows a family now. Call it last. */
export const publishSupportTeam = async (tx: Transaction, familyId: string, now: Date): Promise<void> => {
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
  await publish(tx, publicationOf(supportTeamChangedEvent, familyId, { familyId, members }));
};
