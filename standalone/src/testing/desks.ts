import { expect } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import type { TestWholeGraph } from './test-whole-graph.ts';

export type Facts = Readonly<Record<string, unknown>>;
export const [worker, second, guide, desk] = [
  caseworker('lea'),
  caseworker('max'),
  advisor('hugo'),
  coordinator('ana'),
];

export type File = {
  id: string;
  reference: string;
  version: number;
  adults: { id: string }[];
  children: { id: string }[];
};

/** The desks of the three agencies, in March 2026. */
export const desksOf = (graph: TestWholeGraph) => {
  const change = async (door: string, input: Facts, record: string, as: TestUser) => {
    const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { answer: ${door}(input: $input) { ${record} refusal { reason } } }`;
    const { data, errors } = await graph.ask(document, { input }, as);
    expect([errors, data?.answer?.refusal]).toEqual([[], null]);
    return data.answer;
  };

  /** A telling may cause another agency to tell something in turn. */
  const drained = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      for (const agency of Object.values(graph.agencies)) await agency.drained();
    }
  };

  /** By a caseworker, who leads its team from then on. */
  const register = async (lastName: string): Promise<File> => {
    const input = {
      family: {
        householdKind: 'LONE_PARENT',
        address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
      },
      adults: [{ firstName: 'Awa', lastName }],
      children: [{ firstName: 'Tom', lastName, birthDate: '2024-06-01' }],
    };
    const fields = 'family { id reference version adults { id } children { id } }';
    return (await change('registerFamily', input, fields, worker)).family;
  };

  const schedule = (jobSeekerId: string, hour: number) =>
    change(
      'scheduleMilestone',
      {
        jobSeekerId,
        kind: 'INTERVIEW',
        title: `Entretien de ${hour} heures`,
        startsAt: `2026-03-10T${hour}:00:00+01:00`,
        endsAt: `2026-03-10T${hour}:30:00+01:00`,
        travelMinutes: 0,
      },
      'milestone { id }',
      guide,
    );

  const join = async (familyId: string, who: TestUser): Promise<void> => {
    await graph.signIn(who);
    const joining = { familyId, professional: { sub: who.sub } };
    await change('joinSupportTeam', joining, 'member { id }', worker);
  };

  /** What each of the agencies knows of a family; answers the job-seeker file. */
  const giveRecords = async (
    { id: familyId, adults }: File,
    who: TestUser,
    hour: number,
  ): Promise<string> => {
    const adultId = adults[0]?.id;
    const rsa = {
      familyId,
      adultId,
      scheme: 'RSA',
      state: 'OPEN',
      monthlyAmountCents: 60_000,
      from: '2026-01-01',
    };
    await change('openEntitlement', rsa, 'entitlement { id }', worker);
    const resources = { familyId, year: 2024, yearlyAmountCents: hour * 1_000_00, dependentChildren: 1 };
    await change('recordResources', resources, 'resources { year }', worker);
    if (who !== worker) await join(familyId, who);
    await change(
      'writeNote',
      { familyId, text: `Note ${hour}`, audience: 'ALL_AGENCIES' },
      'note { id }',
      worker,
    );
    const seeker = { adultId, category: 1, registeredOn: '2026-02-01' };
    const referred = { sub: String(guide.sub), relation: 'TEAM' };
    await givenFollowers(graph.agencies.employment.db.manager, familyId, [referred]);
    const { jobSeeker } = await change('openJobSeekerFile', seeker, 'jobSeeker { id }', guide);
    await schedule(jobSeeker.id, hour);
    return jobSeeker.id;
  };

  return { change, drained, register, schedule, giveRecords };
};
