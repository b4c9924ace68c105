import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Centre } from './centre.ts';
import { centreOn, termsOn } from './centre-terms.rules.ts';
import { Section } from './section.ts';

export const BRING_TERMS_INTO_FORCE = 'bring-terms-into-force';

/** What the records of a centre, which is held, and of its sections say is what holds today. */
export const bringIntoForce = async (
  tx: Transaction,
  centre: Centre,
  today: Temporal.PlainDate,
): Promise<void> => {
  const terms = termsOn(centre.terms, today);
  if (!terms) return;
  const { placesByHour, emergencyPlaces, openingHours, ...held } = centreOn(centre, today);
  await tx.update(
    Centre,
    { id: centre.id },
    {
      kind: held.kind,
      authorisedPlaces: held.authorisedPlaces,
      isAvip: held.isAvip,
      facilities: [...held.facilities],
      careKinds: [...held.careKinds],
      placesByHour: [...placesByHour],
      emergencyPlaces: [...emergencyPlaces],
      openingHours: [...openingHours],
    },
  );
  for (const { id, ...section } of terms.sections)
    await tx.update(Section, { id, centreId: centre.id }, section);
};

/** At the start of a day from which a centre is another one. Whoever asks about a day reads its terms, so that nothing waits for this. */
export const bringTermsIntoForce: JobHandler = async (tx, { centreId }, now) => {
  const lock = { mode: 'for_no_key_update' } as const;
  const centre = await tx.findOne(Centre, { where: { id: String(centreId) }, lock });
  if (centre) await bringIntoForce(tx, centre, dayOf(now));
};
