import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { givenMember } from './support-team.builder.ts';
import { SupportTeamMember } from './support-team-member.ts';

const MEMBER = '{ id isLead from to version family { id } professional { sub name role agency } }';
const JOIN = `mutation ($input: JoinSupportTeamInput!) { joinSupportTeam(input: $input) {
  member ${MEMBER} refusal { reason message } } }`;
const LEAVE = `mutation ($input: LeaveSupportTeamInput!) { leaveSupportTeam(input: $input) {
  member ${MEMBER} refusal { reason message } } }`;
const HAND_OVER = `mutation ($input: HandOverLeadInput!) { handOverLead(input: $input) {
  lead ${MEMBER} formerLead ${MEMBER} refusal { reason message } } }`;

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
  await givenProfessional(graph.db, colleague);
});
beforeEach(async () => {
  ({ familyId } = await givenKnownFamily(graph.db));
  await givenFollowers(graph.db, familyId, [{ sub: 'maud', relation: 'TEAM' }]);
});
afterAll(() => graph.close());

const maud: TestUser = { role: 'CASEWORKER', sub: 'maud', name: 'Maud', agency: 'departement-44' };
const colleague = {
  sub: 'yann',
  name: 'Yann',
  role: 'EMPLOYMENT_ADVISOR',
  agency: 'france-travail',
} as const;

const change = async (document: string, input: object, as: TestUser = maud) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data;
};
const join = async (input: object = {}, as = maud) =>
  (await change(JOIN, { familyId, ...input }, as)).joinSupportTeam;
const handOver = async (input: object, as = maud) => (await change(HAND_OVER, input, as)).handOverLead;
const leave = async (input: object, as = maud) => (await change(LEAVE, input, as)).leaveSupportTeam;
const team = async (withFormer = false, as: TestUser = coordinator()) => {
  const selection = `{ supportTeam(withFormer: ${withFormer}) { isLead from to professional { sub } } }`;
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
  return { members: data[0]?.supportTeam ?? 'ABSENT', errors };
};
const told = async () => (await graph.published()).filter((event) => event.familyId === familyId);

describe('joining a support team', () => {
  it('is taking a family that nobody follows, or adding a colleague of the directory', async () => {
    const { member } = await join({ isLead: true, from: '2026-03-01' });
    expect(member).toEqual({
      id: expect.any(String),
      isLead: true,
      from: '2026-03-01',
      to: null,
      version: 1,
      family: { id: familyId },
      professional: maud,
    });
    expect((await join({ professional: colleague })).member).toMatchObject({
      isLead: false,
      from: '2026-03-10',
      professional: colleague,
    });
  });

  it('tells both other agencies who follows the family', async () => {
    await join({ isLead: true });
    await join({ professional: colleague });
    const events = await told();
    expect(events.map(({ type }) => type)).toEqual(Array(2).fill('relais.followers.changed.v1'));
    expect(events.at(-1)?.data).toEqual({
      familyId,
      relations: ['TEAM', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'],
      followers: [
        { sub: 'maud', relation: 'TEAM', from: '2026-03-10', to: null },
        { sub: 'yann', relation: 'TEAM', from: '2026-03-10', to: null },
      ],
    });
  });

  it('is refused for an unknown family, twice, as a second lead, and from tomorrow', async () => {
    const reason = async (input: object) => (await join(input)).refusal?.reason;
    expect(await reason({ familyId: newId() })).toBe('UNKNOWN_FAMILY');
    expect(await reason({ from: '2026-03-11' })).toBe('FROM_IN_THE_FUTURE');
    expect(await reason({ from: '2026-02-07' })).toBe('FROM_TOO_LONG_AGO');
    expect(await reason({})).toBeUndefined();
    expect(await reason({})).toBe('ALREADY_MEMBER');
    expect(await reason({ professional: colleague, isLead: true })).toBe('LEAD_IS_TAKEN');
    expect((await team()).members).toHaveLength(1);
  });

  it('sent twice under one id is one record; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await join({ id }), await join({ id })];
    expect(again).toEqual(first);
    expect((await join({ id, from: '2026-03-09' })).refusal.reason).toBe('CONFLICT');
  });

  it('takes a colleague by the id in the directory, whatever else is said of them', async () => {
    const { id } = await givenProfessional(graph.db, { name: 'Yann' });
    await join();
    const { member } = await join({ professional: { id, name: 'Mallory' } });
    expect(member.professional.name).toBe('Yann');
  });

  it('takes nobody whom the directory does not know, or who has left', async () => {
    const { sub } = await givenProfessional(graph.db, { departedOn: Temporal.PlainDate.from('2026-03-10') });
    await join();
    const reason = async (professional: object) => (await join({ professional })).refusal?.reason;
    expect(await reason({ ...colleague, sub: 'yannn' })).toBe('UNKNOWN_PROFESSIONAL');
    expect(await reason({ id: newId() })).toBe('UNKNOWN_PROFESSIONAL');
    expect(await reason({ sub: 'yann', id: newId() })).toBe('UNKNOWN_PROFESSIONAL');
    expect(await reason({})).toBe('UNKNOWN_PROFESSIONAL');
    expect(await reason({ sub })).toBe('DEPARTED_PROFESSIONAL');
    expect((await team()).members).toHaveLength(1);
  });
});

describe('the lead of a support team', () => {
  it('passes to another member, and who led when stays on record', async () => {
    const { member: lead } = await join({ isLead: true, from: '2026-02-08' });
    const { member: next } = await join({ professional: colleague, from: '2026-03-01' });
    const result = await handOver({ memberId: lead.id, version: 1, toMemberId: next.id });
    expect(result).toMatchObject({
      lead: { isLead: true, from: '2026-03-10', professional: { sub: 'yann' } },
      formerLead: { isLead: false, from: '2026-03-10', professional: { sub: 'maud' } },
    });
    expect((await team(true)).members).toEqual([
      { isLead: true, from: '2026-02-08', to: '2026-03-10', professional: { sub: 'maud' } },
      { isLead: false, from: '2026-03-01', to: '2026-03-10', professional: { sub: 'yann' } },
      expect.objectContaining({ from: '2026-03-10', to: null }),
      expect.objectContaining({ from: '2026-03-10', to: null }),
    ]);
    // The same two follow the family as before, from the same days on: nobody is told anything.
    expect(await told()).toHaveLength(2);
  });

  it('is refused from a stale version, an unknown member or another family', async () => {
    const { member: lead } = await join({ isLead: true });
    const { member: next } = await join({ professional: colleague });
    const reason = async (input: object) =>
      (await handOver({ memberId: lead.id, version: 1, toMemberId: next.id, ...input })).refusal.reason;
    expect(await reason({ version: 2 })).toBe('STALE_VERSION');
    expect(await reason({ toMemberId: newId() })).toBe('UNKNOWN_MEMBER');
    const other = await givenKnownFamily(graph.db);
    const stranger = await givenMember(graph.db, { familyId: other.familyId });
    expect(await reason({ toMemberId: stranger.id })).toBe('ANOTHER_FAMILY');
  });

  it('is one at a time even for hand-written SQL', async () => {
    await givenMember(graph.db, { familyId, isLead: true });
    await expect(givenMember(graph.db, { familyId, isLead: true })).rejects.toThrow(/one_lead_at_a_time/);
  });
});

describe('leaving a support team', () => {
  it('keeps the membership on record', async () => {
    const { member } = await join({ from: '2026-02-20' });
    expect((await leave({ memberId: member.id, version: 1, on: '2026-03-01' })).member).toMatchObject({
      to: '2026-03-01',
      version: 2,
    });
    expect((await team()).members).toEqual([]);
    expect((await team(true)).members).toMatchObject([{ from: '2026-02-20', to: '2026-03-01' }]);
    expect((await told()).at(-1)?.data.followers).toEqual([]);
  });

  it('is refused to an unknown member, twice, and to a lead of others', async () => {
    const reason = async (memberId: string, version = 1) =>
      (await leave({ memberId, version })).refusal?.reason;
    expect(await reason(newId())).toBe('UNKNOWN_MEMBER');
    const { member: lead } = await join({ isLead: true });
    const { member } = await join({ professional: colleague });
    expect(await reason(lead.id)).toBe('HAND_OVER_FIRST');
    expect(await reason(member.id)).toBeUndefined();
    expect(await reason(member.id, 2)).toBe('ALREADY_LEFT');
    expect(await graph.db.countBy(SupportTeamMember, { familyId })).toBe(2);
  });
});

describe('who decides on a support team', () => {
  const paul: TestUser = { role: 'CASEWORKER', sub: 'paul', name: 'Paul', agency: 'departement-44' };
  const anne: TestUser = { role: 'CARE_COORDINATOR', sub: 'anne', name: 'Anne', agency: 'ville-de-nantes' };
  const yann: TestUser = { ...colleague, role: 'EMPLOYMENT_ADVISOR' };

  it('is the lead: others neither join, nor add, nor remove, nor hand over', async () => {
    const { member: lead } = await join();
    const { member } = await join({ professional: colleague });
    const refusal = { message: expect.stringMatching(/\.$/) };
    expect((await join({}, paul)).refusal).toEqual({ reason: 'UNKNOWN_FAMILY', ...refusal });
    expect((await join({}, anne)).refusal).toEqual({ reason: 'ASK_TO_JOIN', ...refusal });
    const { id: another } = await givenProfessional(graph.db);
    for (const outsider of [anne, yann]) {
      const added = await join({ professional: { id: another } }, outsider);
      expect(added.refusal.reason).toBe('ONLY_THE_LEAD_ADDS');
      const removed = await leave({ memberId: lead.id, version: 1 }, outsider);
      expect(removed.refusal).toEqual({ reason: 'ONLY_THE_LEAD_REMOVES', ...refusal });
      const handed = await handOver({ memberId: lead.id, version: 1, toMemberId: member.id }, outsider);
      expect(handed.refusal).toEqual({ reason: 'ONLY_THE_LEAD_HANDS_OVER', ...refusal });
    }
    expect((await team()).members).toHaveLength(2);
    expect((await leave({ memberId: member.id, version: 1 })).member.to).toBe('2026-03-10');
  });

  it('is a coordinator where nobody leads', async () => {
    const { member } = await join({ professional: colleague }, anne);
    expect(member.isLead).toBe(false);
    const { member: lead } = await join({ professional: paul }, anne);
    expect(lead).toMatchObject({ isLead: true, professional: { sub: 'paul' } });
    expect((await leave({ memberId: member.id, version: 1 }, anne)).refusal.reason).toBe(
      'ONLY_THE_LEAD_REMOVES',
    );
    expect((await leave({ memberId: member.id, version: 1 }, yann)).member.to).toBe('2026-03-10');
  });
});

describe('who may see and change a support team', () => {
  it('is whoever follows families, not auditors', async () => {
    await join({});
    expect((await team(false, advisor())).members).toHaveLength(1);
    for (const stranger of [auditor(), caseworker('stranger'), advisor('stranger')])
      expect(await team(false, stranger)).toEqual({ members: 'ABSENT', errors: [] });
    const { errors } = await graph.query(JOIN, { input: { familyId } }, auditor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const follower of [caseworker(), coordinator(), advisor()])
      expect((await graph.query(JOIN, { input: { familyId } }, follower)).errors).toEqual([]);
  });

  it('is changed by nobody who does not see the family: it is answered like one that does not exist', async () => {
    const { member } = await join({});
    const stranger = caseworker('stranger');
    const answers = async (familyOrMember: { familyId: string; memberId: string }) => [
      await change(JOIN, { familyId: familyOrMember.familyId }, stranger),
      await change(LEAVE, { memberId: familyOrMember.memberId, version: 1 }, stranger),
      await change(
        HAND_OVER,
        { memberId: familyOrMember.memberId, toMemberId: member.id, version: 1 },
        stranger,
      ),
    ];
    const unknown = await answers({ familyId: newId(), memberId: newId() });
    expect(await answers({ familyId, memberId: member.id })).toEqual(unknown);
    expect(unknown[0].joinSupportTeam.refusal.reason).toBe('UNKNOWN_FAMILY');
    const found = await graph.resolveReferences('SupportTeamMember', [{ id: member.id }], '{ id }', stranger);
    expect(found.data).toEqual([null]);
    expect(await graph.db.countBy(SupportTeamMember, { familyId })).toBe(1);
  });
});
