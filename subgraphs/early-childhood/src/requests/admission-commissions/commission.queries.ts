import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { Any } from 'typeorm';
import { Centre } from '../../centres/centres/centre.ts';
import { Section, type SectionOfCentre } from '../../centres/centres/section.ts';
import { AdmissionCommission } from './admission-commission.ts';
import { CommissionDecision } from './commission-decision.ts';

export const commissionsByIds = (db: Database, ids: string[]): Promise<AdmissionCommission[]> =>
  db.findBy(AdmissionCommission, { id: Any(ids) });

export const commissionsDuring = (db: Database, { startsOn, endsOn }: Days): Promise<AdmissionCommission[]> =>
  db
    .createQueryBuilder(AdmissionCommission, 'commission')
    .where('commission.held_on between :startsOn and :endsOn', {
      startsOn: startsOn.toString(),
      endsOn: endsOn.toString(),
    })
    .orderBy('commission.heldOn')
    .addOrderBy('commission.id')
    .getMany();

/** The commission, held until commit, so that nothing is decided while it is closed. */
export const lockCommission = (tx: Transaction, id: string): Promise<AdmissionCommission | null> =>
  tx.findOne(AdmissionCommission, { where: { id }, lock: { mode: 'for_no_key_update' } });

export type DecisionsPage = { readonly rows: number; readonly after: readonly string[] | null };

/** One page of each commission in the order of recording, in one statement for any number of commissions. */
export const decisionsOfCommissions = (
  db: Database,
  commissionIds: string[],
  { rows, after }: DecisionsPage,
  seen: SeenFilter,
): Promise<CommissionDecision[]> => {
  const [at, id] = after ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const readers = {};
  const isSeen = seen('request.family_id', namedIn(readers));
  return db
    .createQueryBuilder(CommissionDecision, 'decision')
    .where(
      `decision.id = any(array(
        select page.id from unnest(cast(:commissionIds as uuid[])) as commission(id)
        cross join lateral (
          select candidate.id from commission_decisions candidate
          join care_requests request on request.id = candidate.care_request_id and ${isSeen}
          where candidate.commission_id = commission.id
            and (candidate.decided_at, candidate.id) > (cast(:at as timestamptz), cast(:id as uuid))
          order by candidate.decided_at, candidate.id
          limit :rows) page))`,
      { commissionIds, rows, at, id, ...readers },
    )
    .orderBy('decision.decidedAt')
    .addOrderBy('decision.id')
    .getMany();
};

/** What commissions decided on each request, newest first. */
export const decisionsOnRequests = (db: Database, careRequestIds: string[]): Promise<CommissionDecision[]> =>
  db.find(CommissionDecision, {
    where: { careRequestId: Any(careRequestIds) },
    order: { decidedAt: 'DESC', id: 'DESC' },
  });

/** The section that the last decision grants; `null` when it grants none, or there is none. */
export const grantedSectionOf = async (tx: Transaction, careRequestId: string): Promise<string | null> => {
  const [last] = await decisionsOnRequests(tx, [careRequestId]);
  return last?.sectionId ?? null;
};

/** The section with its centre, as the history names it. */
export const placeOfSection = async (tx: Transaction, sectionId: string): Promise<SectionOfCentre | null> => {
  const section = await tx.findOneBy(Section, { id: sectionId });
  return section && { section, centre: await tx.findOneByOrFail(Centre, { id: section.centreId }) };
};
