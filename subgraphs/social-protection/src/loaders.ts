import { accessLoaders } from '@relais/platform/access-log/read-accesses.ts';
import { correctionLoaders } from '@relais/platform/corrections/correction.queries.ts';
import {
  type Batches,
  loaderBy,
  loaderById,
  loaderOfMany,
  loaderWithArguments,
} from '@relais/platform/database/loaders.ts';
import { knownFamilies } from '@relais/platform/known-families/known-family.queries.ts';
import { professionals, professionalsBySub } from '@relais/platform/professionals/professional.queries.ts';
import { quarterLoaders } from '@relais/platform/statistics/closed-quarters.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type LoaderSource, loadersIn } from '@relais/platform/wing.ts';
import { breakGlassesOfFamilies, openedWithinDay } from './break-glasses/break-glass.queries.ts';
import { entitlementFilesOfFamily, ownersOfEntitlements } from './entitlements/entitlement.queries.ts';
import { countingIncomeSupport } from './impact-report/count-income-support.ts';
import { informationOfFamilies } from './information-given/information-given.queries.ts';
import { knownAdults } from './known-families/known-family.queries.ts';
import { requestsOfFamilies } from './membership-requests/membership-request.queries.ts';
import { openOffers, uncoveredMilestones } from './my-families/my-families.queries.ts';
import { type NotePage, notesOfFamilies } from './notes/note.queries.ts';
import { objectionsOfFamilies } from './objections/objection.queries.ts';
import { partedFilesOf } from './parted-files/parted-file.queries.ts';
import { referrals, referralsOfFamilies } from './referrals/referral.queries.ts';
import { resourcesByIds, resourcesOfFamily } from './resources/resources.queries.ts';
import { restrictionsOfFamilies } from './restricted-files/restriction.queries.ts';
import { supportTeamMembers, supportTeamOfFamilies } from './support-team/support-team.queries.ts';
import { workHandedOnOf } from './taking-over/work-handed-on.queries.ts';
import { tasksOfFamilies } from './tasks/task.queries.ts';

const ofFamily = <Row extends { familyId: string }>(
  batches: Batches,
  find: (familyIds: string[]) => Promise<Row[]>,
) => loaderOfMany(batches, find, ({ familyId }) => familyId);

const benefits = ({ db, batches, reading }: LoaderSource) => ({
  entitlementOwner: loaderById(batches, (ids) => ownersOfEntitlements(db, ids)),
  entitlementFilesOfFamily: reading.loader(entitlementFilesOfFamily),
  resources: loaderById(batches, (ids) => resourcesByIds(db, ids)),
  resourcesOfFamily: reading.loader(resourcesOfFamily),
  knownFamily: loaderById(batches, (ids) => knownFamilies(db, ids)),
  knownAdult: loaderById(batches, (ids) => knownAdults(db, ids)),
});

const supportTeam = ({ db, batches }: LoaderSource) => ({
  professional: loaderById(batches, (ids) => professionals(db, ids)),
  professionalBySub: loaderBy(batches, async (subs: readonly string[]) => {
    const found = await professionalsBySub(db, subs);
    return subs.map((sub) => found.find((each) => each.sub === sub) ?? null);
  }),
  supportTeamMember: loaderById(batches, (ids) => supportTeamMembers(db, ids)),
  membershipRequestsOfFamily: ofFamily(batches, (ids) => requestsOfFamilies(db, ids)),
  informationOfFamily: ofFamily(batches, (ids) => informationOfFamilies(db, ids)),
  restrictionsOfFamily: ofFamily(batches, (ids) => restrictionsOfFamilies(db, ids)),
  breakGlassesOfFamily: ofFamily(batches, (ids) => breakGlassesOfFamilies(db, ids)),
  breakGlassesWithinDay: loaderBy(batches, (ids: readonly string[]) => openedWithinDay(db, ids)),
  supportTeamOfFamily: ofFamily(batches, (ids) => supportTeamOfFamilies(db, ids)),
  workHandedOnOfFamily: ofFamily(batches, (ids) => workHandedOnOf(db, ids)),
  partedFilesOfFamily: ofFamily(batches, (ids) => partedFilesOf(db, ids)),
});

const coordination = ({ db, batches, now, user }: LoaderSource) => {
  const { sub, role } = user;
  const reader = { sub, role, today: dayOf(now).toString() };
  return {
    referral: loaderById(batches, (ids) => referrals(db, ids)),
    referralsOfFamily: ofFamily(batches, (ids) => referralsOfFamilies(db, ids)),
    objectionsOfFamily: ofFamily(batches, (ids) => objectionsOfFamilies(db, ids)),
    tasksOfFamily: ofFamily(batches, (ids) => tasksOfFamilies(db, ids)),
    uncoveredMilestonesOfFamily: ofFamily(batches, (ids) => uncoveredMilestones(db, ids, now)),
    openOffersOfFamily: ofFamily(batches, (ids) => openOffers(db, ids, now)),
    notesOfFamily: loaderWithArguments(
      batches,
      (ids, page: NotePage) => notesOfFamilies(db, ids, reader, page),
      ({ familyId }) => familyId,
    ),
  };
};

const ofAllAgencies = ({ db, own, batches, now }: LoaderSource) => ({
  ...accessLoaders(db, batches, 'known_families'),
  ...correctionLoaders(db, batches),
  ...quarterLoaders(own, batches, countingIncomeSupport, now),
});

/** One set per request: whatever asks for the same facts shares one statement. */
export const loaders = loadersIn(benefits, supportTeam, coordination, ofAllAgencies);

export type Loaders = ReturnType<typeof loaders>;
