import type { User } from '@relais/platform/auth/user.ts';
import type { Database } from '@relais/platform/database/database.ts';
import {
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
  type Waves,
} from '@relais/platform/database/loaders.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { entitlementFiles, entitlementFilesOfFamilies } from './entitlements/entitlement.queries.ts';
import { countingIncomeSupport } from './impact-report/count-income-support.ts';
import { knownFamilies } from './known-families/known-family.queries.ts';
import { openOffers, uncoveredMilestones } from './my-families/my-families.queries.ts';
import { type NotePage, notesOfFamilies } from './notes/note.queries.ts';
import { referrals, referralsOfFamilies } from './referrals/referral.queries.ts';
import { resourcesByIds, resourcesOfFamilies } from './resources/resources.queries.ts';
import {
  professionals,
  professionalsBySub,
  supportTeamMembers,
  supportTeamOfFamilies,
} from './support-team/support-team.queries.ts';
import { tasksOfFamilies } from './tasks/task.queries.ts';

const ofFamily = <Row extends { familyId: string }>(
  waves: Waves,
  find: (familyIds: string[]) => Promise<Row[]>,
) => loaderOfMany(waves, find, ({ familyId }) => familyId);

const benefits = (db: Database, waves: Waves) => ({
  entitlementFile: loaderById(waves, (ids) => entitlementFiles(db, ids)),
  entitlementFilesOfFamily: ofFamily(waves, (ids) => entitlementFilesOfFamilies(db, ids)),
  resources: loaderById(waves, (ids) => resourcesByIds(db, ids)),
  resourcesOfFamily: ofFamily(waves, (ids) => resourcesOfFamilies(db, ids)),
  knownFamily: loaderById(waves, (ids) => knownFamilies(db, ids)),
});

const supportTeam = (db: Database, waves: Waves) => ({
  professional: loaderById(waves, (ids) => professionals(db, ids)),
  professionalBySub: loaderBy(waves, async (subs: readonly string[]) => {
    const found = await professionalsBySub(db, [...subs]);
    return subs.map((sub) => found.find((each) => each.sub === sub) ?? null);
  }),
  supportTeamMember: loaderById(waves, (ids) => supportTeamMembers(db, ids)),
  supportTeamOfFamily: ofFamily(waves, (ids) => supportTeamOfFamilies(db, ids)),
});

type Request = { readonly now: Date; readonly user: User };

const coordination = (db: Database, waves: Waves, { now, user }: Request) => {
  const reader = { sub: user.sub, role: user.role, today: dayOf(now).toString() };
  return {
    referral: loaderById(waves, (ids) => referrals(db, ids)),
    referralsOfFamily: ofFamily(waves, (ids) => referralsOfFamilies(db, ids)),
    tasksOfFamily: ofFamily(waves, (ids) => tasksOfFamilies(db, ids)),
    uncoveredMilestonesOfFamily: ofFamily(waves, (ids) => uncoveredMilestones(db, ids, now)),
    openOffersOfFamily: ofFamily(waves, (ids) => openOffers(db, ids, now)),
    notesOfFamily: loaderWithArguments(
      waves,
      (ids, page: NotePage) => notesOfFamilies(db, ids, reader, page),
      ({ familyId }) => familyId,
    ),
  };
};

/** One set per request: whatever asks for the same facts shares one statement. */
export const loaders = (db: Database, waves: Waves, request: Request) => ({
  ...benefits(db, waves),
  ...supportTeam(db, waves),
  ...coordination(db, waves, request),
  ...quarterLoaders(db, waves, countingIncomeSupport, request.now),
});

export type Loaders = ReturnType<typeof loaders>;
