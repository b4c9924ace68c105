import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Rebuild } from '@relais/platform/events/published-event.ts';
import { Any } from 'typeorm';
import { tellFollowersAnew } from './job-seekers/who-follows.ts';
import { Milestone } from './milestones/milestone.ts';
import { publishMilestones } from './milestones/publish-milestone.ts';

const FamilyRow = rowOf({ familyId: ['family_id', id] });
const FAMILIES_AFTER = `
  select distinct ${FamilyRow.columns} from job_seekers where family_id > $1 order by family_id limit $2`;

/** What the others know from here: every milestone of a family, and the advisors who follow it. */
export const republishFamilies: Rebuild = {
  async familiesAfter(db, after, most) {
    const rows = await rowsOf(db, FamilyRow, FAMILIES_AFTER, [after, most]);
    return rows.map(({ familyId }) => familyId);
  },
  async republish(tx, familyIds, now) {
    const where = { familyId: Any([...familyIds]) };
    await publishMilestones(tx, await tx.find(Milestone, { where, order: { id: 'ASC' } }));
    await tellFollowersAnew(tx, familyIds, now);
  },
};
