import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { timeLimits } from './limits/limits.ts';
import { type Agency, fakeAgencies } from './testing/fake-subgraphs.ts';
import { type Reply, type TestGateway, testGateway } from './testing/test-gateway.ts';

const FAMILY_FILE =
  '{ family(reference: "FAM-1") { name milestones { title cover } bookings { milestone { cover } } } }';
const MILESTONES = '{ milestones { title cover family { reference name } } }';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.close());

const missing = ({ body }: Reply) =>
  body.errors
    ?.map(({ path, extensions }) => `${path.join('.')} ${extensions.code} ${extensions.service}`)
    .sort();

/** A gateway whose circuit breakers are all closed, with one agency not answering. */
const without = async (agency: Agency, how: 'down' | 'hung') => {
  await gateway.close();
  const agencies = fakeAgencies();
  agencies.health[agency] = how;
  gateway = { ...(await testGateway({ dataSourceFor: agencies.dataSourceFor })), agencies };
};

it('waits two seconds for an agency that is asked, at most', () => {
  expect(timeLimits.queryMs).toBeLessThanOrEqual(2_000);
});

describe.each(['down', 'hung'] as const)('with one agency %s', (how) => {
  it('answers the rest of the family file and says what is missing', async () => {
    await without('employment', how);
    const reply = await gateway.ask(FAMILY_FILE);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({
      family: { name: 'Le Goff', milestones: null, bookings: [{ milestone: { cover: null } }] },
    });
    expect(missing(reply)).toEqual([
      'family.bookings.0.milestone.cover SERVICE_UNAVAILABLE employment',
      'family.milestones SERVICE_UNAVAILABLE employment',
    ]);
  });

  it('names every field that the agency adds to the records of another', async () => {
    await without('early-childhood', how);
    const reply = await gateway.ask(MILESTONES);
    const family = { reference: 'FAM-1', name: null };
    expect(reply.body.data.milestones).toEqual([
      { title: 'Interview', cover: null, family },
      { title: 'Workshop', cover: null, family },
    ]);
    expect(missing(reply)).toEqual(
      [0, 1].flatMap((index) => [
        `milestones.${index}.cover SERVICE_UNAVAILABLE early-childhood`,
        `milestones.${index}.family.name SERVICE_UNAVAILABLE early-childhood`,
      ]),
    );
  });

  it('answers a root field of it with an error, not with "none"', async () => {
    await without('early-childhood', how);
    const reply = await gateway.ask('{ family(reference: "FAM-1") { name milestones { title } } }');
    expect(reply.body.data).toEqual({ family: null });
    expect(missing(reply)).toEqual(['family SERVICE_UNAVAILABLE early-childhood']);
  });
});

describe('after failures in a row', () => {
  afterEach(() => {
    gateway.agencies.health.employment = 'up';
  });

  it('stops asking, answers at once, and asks again after a pause', async () => {
    await without('employment', 'down');
    for (let request = 0; request < 5; request += 1) await gateway.ask('{ milestones { title } }');
    gateway.agencies.health.employment = 'up';
    const atOnce = await gateway.ask('{ milestones { title } }');
    expect(atOnce.body.data).toEqual({ milestones: null });

    await new Promise((resolve) => setTimeout(resolve, 3_100));
    const reply = await gateway.ask('{ milestones { title } }');
    expect(reply.body.data.milestones).toHaveLength(2);
  });
});

it('says "not shared", not "none", for a record that another agency has not heard of', async () => {
  await gateway.close();
  gateway = await testGateway();
  const reply = await gateway.ask('{ family(reference: "FAM-9") { name milestones { title } } }');
  expect(reply.body.data).toEqual({ family: { name: 'Nouveau', milestones: null } });
  expect(missing(reply)).toEqual(['family.milestones NOT_SHARED employment']);
});
