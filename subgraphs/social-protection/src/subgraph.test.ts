import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { schemaChanges } from '@relais/platform/testing/schema-changes.ts';
import {
  foreignKeysWithoutIndex,
  generatedNames,
  mistakenTimes,
  namingWithoutJournal,
  namingWithoutTrigger,
} from '@relais/platform/testing/schema-conventions.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { isObjectType } from 'graphql';
import { givenEntitlement } from './entitlements/entitlement.builder.ts';
import { givenResources } from './resources/resources.builder.ts';
import { subgraph } from './subgraph.ts';
import { givenMember } from './support-team/support-team.builder.ts';

const day = '"2026-03-10"';

const FAMILY_FILE = `{ reference: id benefitsStatus { incomeSupport since schemes freshness }
  entitlements { scheme state monthlyAmountCents since history { state from to reason } family { id } adult { id } }
  supportTeam { isLead professional { name } } referrals { sender { name } } tasks { title } notes { edges { cursor } } resources { year } hourlyFee(on: ${day}, tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents reason } }`;

/** Columns that name a family or one of its people without a trigger that follows a merge, and what does instead. */
const ledOnByCode = {
  'entitlements.adult_id': 'receiving the merge renames it',
  'entitlements.child_id': 'it is read as who the child is: early childhood tells who was registered twice',
  'family_objections.lift_said_by_adult_id': 'receiving the merge renames it',
  'family_objections.said_by_adult_id': 'receiving the merge renames it',
  'followers.adult_id': 'employment tells it anew once it has merged the files of both adults',
  'information_given.adult_id': 'receiving the merge renames it',
  'known_adults.family_id': 'the event of a family brings its adults anew',
  'take_overs.family_ids': 'none: what went over then is not rewritten',
};

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

describe('the social-protection subgraph', () => {
  it('has a database that is what the classes describe, once migrated', async () => {
    expect(await schemaChanges(graph.running.db)).toEqual([]);
  });

  it('follows the conventions: keys with an index, readable names, instants and days by their types', async () => {
    expect(await foreignKeysWithoutIndex(graph.db)).toEqual([]);
    expect(await generatedNames(graph.db)).toEqual([]);
    expect(await mistakenTimes(graph.db)).toEqual([]);
  });

  it('leads what names a merged family on by a trigger, but for the columns written here', async () => {
    expect(await namingWithoutTrigger(graph.db)).toEqual(Object.keys(ledOnByCode));
    expect(await namingWithoutJournal(graph.db)).toEqual([]);
  });

  it('shows every column but those written here', () => {
    const hidden = graph.running.db.entityMetadatas.flatMap(({ name, columns }) => {
      const type = subgraph.schema.getType(name);
      const shown = isObjectType(type) ? Object.keys(type.getFields()) : [];
      return columns
        .map(({ propertyName }) => propertyName)
        .filter((property) => !shown.includes(property))
        .map((property) => `${name}.${property}`);
    });
    expect(hidden.sort()).toEqual([
      'BreakGlassAccess.familyId',
      'BreakGlassAccess.reviewedBySub',
      'BreakGlassAccess.sub',
      'Entitlement.adultId',
      'Entitlement.childId',
      'Entitlement.familyId',
      'EntitlementConfirmation.entitlementId',
      'EntitlementConfirmation.recordedAt',
      'EntitlementConfirmation.statedOn',
      'EntitlementState.entitlementId',
      'EntitlementState.recordedBy',
      'EntitlementState.version',
      'InformationGiven.adultId',
      'InformationGiven.correctsId',
      'InformationGiven.familyId',
      'InformationGiven.givenBySub',
      'InformationGiven.recordedBySub',
      'KnownAdult.familyId',
      'KnownAdult.id',
      'KnownChild.familyId',
      'KnownChild.id',
      'KnownChild.mergedInto',
      'KnownCover.familyId',
      'KnownCover.milestoneId',
      'KnownCover.milestoneVersion',
      'KnownCover.startsAt',
      'KnownCover.status',
      'KnownCover.toldAt',
      'KnownFamily.districtId',
      'KnownFamily.homes',
      'KnownFamily.id',
      'KnownFamily.mergedInto',
      'KnownFamily.reference',
      'KnownFamily.registeredOn',
      'KnownFamily.splitFrom',
      'KnownFamily.version',
      'KnownOffer.expiresAt',
      'KnownOffer.familyId',
      'KnownOffer.isOpen',
      'KnownOffer.offerId',
      'KnownOffer.version',
      'LookupHandle.familyId',
      'LookupHandle.handle',
      'LookupHandle.sub',
      'LookupHandle.until',
      'LookupHandle.usedAt',
      'MembershipRequest.answer',
      'MembershipRequest.answeredBySub',
      'MembershipRequest.familyId',
      'MembershipRequest.requesterSub',
      'Note.authorSub',
      'Note.familyId',
      'Objection.familyId',
      'Objection.liftSaidByAdultId',
      'Objection.liftToldToSub',
      'Objection.saidByAdultId',
      'Objection.toldToSub',
      'Professional.standInSub',
      'Referral.addresseeSub',
      'Referral.decidedBySub',
      'Referral.decision',
      'Referral.familyId',
      'Referral.seenBySub',
      'Referral.senderSub',
      'Resources.familyId',
      'Resources.recordedBy',
      'Resources.replaces',
      'Restriction.barredSubs',
      'Restriction.beganBySub',
      'Restriction.endedBySub',
      'Restriction.familyId',
      'Restriction.namedSubs',
      'SupportTeamMember.familyId',
      'SupportTeamMember.handedOnBy',
      'SupportTeamMember.handedOnTo',
      'SupportTeamMember.professionalId',
      'SupportTeamMember.recordedAt',
      'SupportTeamMember.recordedBy',
      'TakeOver.agency',
      'TakeOver.counts',
      'TakeOver.familyIds',
      'TakeOver.fromSub',
      'TakeOver.takenBySub',
      'TakeOver.toSub',
      'Task.addedBySub',
      'Task.assigneeSub',
      'Task.doneBySub',
      'Task.familyId',
    ]);
  });

  it('answers the family file of 1 and of 50 families with six statements, the first for who follows them', async () => {
    const families = await Promise.all(Array.from({ length: 50 }, givenFamilyOnFile));
    const reader = await graph.signIn(caseworker());
    const statements = (count: number) =>
      graph.statements(async () => {
        const { data, errors } = await graph.resolveReferences(
          'Family',
          families.slice(0, count).map((id) => ({ id })),
          FAMILY_FILE,
          reader,
        );
        expect(errors).toEqual([]);
        expect(data).toHaveLength(count);
        expect(data[0].entitlements).toHaveLength(2);
      });
    expect(await statements(1)).toBe(6);
    expect(await statements(50)).toBe(6);
  });
});

const givenFamilyOnFile = async (): Promise<string> => {
  const { familyId, adultId } = await givenKnownFamily(graph.db);
  const states = [
    { state: 'PENDING', from: '2026-01-01' },
    { state: 'OPEN', from: '2026-02-01', monthlyAmountCents: 600_00 },
  ] as const;
  await givenEntitlement(graph.db, { familyId, adultId, states });
  await givenEntitlement(graph.db, { familyId, scheme: 'ASF', states });
  await givenResources(graph.db, { familyId, year: 2024 });
  await givenMember(graph.db, { familyId });
  return familyId;
};
