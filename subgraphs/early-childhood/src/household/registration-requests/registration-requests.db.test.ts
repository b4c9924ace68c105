import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const REQUEST = `registrationRequest { id status version familyName sentBy senderName senderAgency keptUntil reason handle
  told { wantedCare districtId address { city } adults { firstName lastName phone birthDate } children { firstName birthDate expectedDate } } }
  refusal { reason message isQuestion }`;
const change = (name: string, rest = '') =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { done: ${name}(input: $input) { ${REQUEST} ${rest} } }`;
const LIST = `query ($status: [RegistrationRequestStatus!], $first: Int! = 20, $after: String) {
  registrationRequests(status: $status, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor } edges { node { id status familyName handle told { wantedCare } } } } }`;
const NEWS = `{ careNews(since: "2026-02-20T00:00:00Z") { totalCount edges { node { kind subjectId familyId sentence } } } }`;
const DESK = `{ careDesk(kinds: [REGISTRATION_REQUEST]) { edges { node { subjectId subjectType familyId sentence actions } } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const zoe = coordinator('zoe');
const born = '2024-06-01';
const told = (lastName: string, otherwise = {}) => ({
  consentSaid: true,
  adults: [{ firstName: 'Ada', lastName, phone: '06 12 34 56 78', birthDate: '1995-04-05' }],
  children: [{ firstName: 'Lou', lastName, birthDate: born }],
  address: { street: '1 rue des Ormes', postalCode: '44000', city: 'Nantes' },
  wantedCare: 'Deux matins par semaine ',
  ...otherwise,
});
const asRegistered = (lastName: string) => ({
  family: { householdKind: 'LONE_PARENT', address: told(lastName).address },
  adults: told(lastName).adults,
  children: told(lastName).children,
});

const ask = async (document: string, variables: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { ...variables }, as);
  expect(errors).toEqual([]);
  return data;
};
const act = async (name: string, input: object, as: TestUser, rest = '') =>
  (await ask(change(name, rest), { input }, as)).done;
const send = (input: object, as: TestUser = advisor('ali')) => act('requestRegistration', input, as);
const sent = async (lastName: string, as?: TestUser): Promise<string> =>
  (await send(told(lastName), as)).registrationRequest.id;
const listed = async (as: TestUser, variables = {}) => (await ask(LIST, variables, as)).registrationRequests;
const namesIn = ({ edges }: { edges: { node: { familyName: string } }[] }) =>
  edges.map(({ node }) => node.familyName);

describe('an advisor with a mother at the counter', () => {
  it('sends what she told, once; no family exists, and nobody else but the service point reads it', async () => {
    const id = newId();
    const { registrationRequest, refusal } = await send({ ...told('Keita'), id });
    expect([registrationRequest, refusal]).toEqual([
      {
        ...{ id, status: 'WAITING', version: 1, familyName: 'Keita', reason: null, handle: null },
        ...{ sentBy: 'ali', senderName: 'ali', senderAgency: 'france-travail' },
        keptUntil: '2026-05-30T22:00:00.000Z',
        told: {
          ...{ wantedCare: 'Deux matins par semaine', districtId: null, address: { city: 'Nantes' } },
          adults: [{ firstName: 'Ada', lastName: 'Keita', phone: '+33612345678', birthDate: '1995-04-05' }],
          children: [{ firstName: 'Lou', birthDate: born, expectedDate: null }],
        },
      },
      null,
    ]);
    expect((await send({ ...told('Keita'), id })).registrationRequest.id).toBe(id);
    expect((await send({ ...told('Koné'), id })).refusal.reason).toBe('CONFLICT');
    expect((await send({ ...told('Keita'), id }, advisor('lea'))).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.query('select from families where id = $1', [id])).toEqual([]);

    const one = `query ($id: ID!) { registrationRequest(id: $id) { familyName } }`;
    expect((await ask(one, { id }, advisor('ali'))).registrationRequest).toEqual({ familyName: 'Keita' });
    expect((await ask(one, { id }, zoe)).registrationRequest).toEqual({ familyName: 'Keita' });
    expect((await ask(one, { id }, advisor('lea'))).registrationRequest).toBeNull();
    const elsewhere = { ...coordinator('eve'), agency: 'elsewhere' };
    expect((await ask(one, { id }, elsewhere)).registrationRequest).toBeNull();
    expect((await graph.query(one, { id }, caseworker())).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await graph.query(LIST, {}, auditor())).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const asked = { input: told('Keita') };
    const byZoe = await graph.query(change('requestRegistration'), asked, zoe);
    expect(byZoe.errors[0]?.extensions?.code).toBe('FORBIDDEN');

    // Under the id that its file would have.
    const accesses = await graph.db.query('select distinct sub, outcome from access_log where family = $1', [
      id,
    ]);
    expect(accesses).toContainEqual({ sub: 'ali', outcome: 'CHANGED' });
    expect(accesses).toContainEqual({ sub: 'zoe', outcome: 'SEEN' });
    expect(accesses).not.toContainEqual(expect.objectContaining({ sub: 'lea' }));
    await act('withdrawRegistrationRequest', { registrationRequestId: id, version: 1 }, advisor('ali'));
  });

  it('is refused what cannot be kept, and first of all what the family did not say yes to', async () => {
    const reasonOf = async (otherwise: object) => (await send(told('Diop', otherwise))).refusal.reason;
    expect(await reasonOf({ consentSaid: false })).toBe('CONSENT_MISSING');
    expect(await reasonOf({ children: [] })).toBe('CHILD_MISSING');
    expect(await reasonOf({ districtId: newId() })).toBe('UNKNOWN_DISTRICT');
    const { id: districtId } = await givenDistrict(graph.db);
    await graph.db.query(
      "insert into district_services (district_id, served_from, turn_to, said_at, said_by, version) values ($1, '2026-09-01', 'la mairie', now(), 'zoe', 1)",
      [districtId],
    );
    const { refusal } = await send(told('Diop', { districtId }));
    expect(refusal.reason).toBe('NOT_SERVED_YET');
    expect(refusal.message).toContain('la mairie');
    expect(await graph.db.query("select from registration_requests where family_name = 'Diop'")).toEqual([]);
  });

  it('looks a family up, and is told to ask the service point', async () => {
    const { data } = await graph.query(
      `mutation { lookUpFamily(input: { surname: "Traoré", childBirthDate: "2024-06-01" }) { lookup { exists nextStep } } }`,
      {},
      advisor('ali'),
    );
    expect(data.lookUpFamily.lookup).toEqual({
      exists: false,
      nextStep:
        'Aucun dossier ne correspond : vérifiez le nom et la date avec la famille, puis demandez au relais de l’inscrire.',
    });
  });
});

describe('requests to register', () => {
  it('stand in a list, oldest first, and at the desk of the service point', async () => {
    const lea = advisor('lea-of-the-list');
    const names = ['Un', 'Deux', 'Trois'];
    const ids: string[] = [];
    for (const [index, name] of names.entries()) {
      graph.setNow(new Date(NOW.getTime() + index * 1000));
      ids.push(await sent(name, lea));
    }
    const first = await listed(lea, { first: 2 });
    expect([namesIn(first), first.totalCount, first.isExact]).toEqual([['Un', 'Deux'], 3, true]);
    const rest = await listed(lea, { first: 2, after: first.pageInfo.endCursor });
    expect([namesIn(rest), rest.pageInfo.hasNextPage]).toEqual([['Trois'], false]);
    expect(namesIn(await listed(zoe))).toEqual(expect.arrayContaining(names));
    expect(await listed(advisor('nobody'))).toMatchObject({ edges: [], totalCount: 0 });

    const { careDesk } = await ask(DESK, {}, zoe);
    expect(careDesk.edges.map(({ node }: { node: object }) => node)).toContainEqual({
      ...{ subjectId: ids[0], subjectType: 'RegistrationRequest', familyId: null },
      sentence: 'À inscrire : Un (lea-of-the-list), demande du 2 mars 2026 à 10:00.',
      actions: ['COMPLETE_REGISTRATION', 'REFUSE_REGISTRATION'],
    });
    expect((await ask(DESK, {}, { ...coordinator('eve'), agency: 'elsewhere' })).careDesk.edges).toEqual([]);
    const statements = (first: number) => graph.statements(() => listed(lea, { first }));
    expect(await statements(1)).toBe(await statements(3));
    for (const registrationRequestId of ids)
      await act('withdrawRegistrationRequest', { registrationRequestId, version: 1 }, lea);
    expect(namesIn(await listed(lea, { status: ['WITHDRAWN'] }))).toEqual(names);
    graph.setNow(NOW);
  });

  it('are taken back by whoever sent them alone, and what was told is forgotten at once', async () => {
    const id = await sent('Sylla');
    const withdraw = (version: number, as = advisor('ali')) =>
      act('withdrawRegistrationRequest', { registrationRequestId: id, version }, as);
    expect((await withdraw(1, advisor('lea'))).refusal.reason).toBe('UNKNOWN_REGISTRATION_REQUEST');
    expect((await withdraw(2)).refusal.reason).toBe('STALE_VERSION');
    expect((await withdraw(1)).registrationRequest).toMatchObject({ status: 'WITHDRAWN', told: null });
    expect((await withdraw(2)).refusal.reason).toBe('ALREADY_ANSWERED');
  });

  it('are refused with a reason, of which the sender has news', async () => {
    const ali = advisor('ali-refused');
    const id = await sent('Camara', ali);
    const refuse = (reason: string, as = zoe) =>
      act('refuseRegistrationRequest', { registrationRequestId: id, version: 1, reason }, as);
    expect((await refuse('  ')).refusal.reason).toBe('REASON_MISSING');
    const document = change('refuseRegistrationRequest');
    const input = { registrationRequestId: id, version: 1, reason: 'x' };
    expect((await graph.query(document, { input }, ali)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await refuse('Habite Rezé')).registrationRequest).toMatchObject({
      ...{ status: 'REFUSED', reason: 'Habite Rezé', told: null },
    });
    const { careNews } = await ask(NEWS, {}, ali);
    expect(careNews).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            ...{ kind: 'REGISTRATION_REFUSED', subjectId: id, familyId: null },
            sentence: 'Le relais n’inscrit pas la famille Camara : Habite Rezé',
          },
        },
      ],
    });
    expect((await ask(NEWS, {}, advisor('lea'))).careNews.edges).toEqual([]);
  });
});

const FAMILY =
  'family { id reference careTimeline(first: 9) { edges { node { sentence } } } } existingFamilies { id } notYetTold';
const WANTED = {
  node: { sentence: 'Besoin dit lors de la demande d’inscription : Deux matins par semaine.' },
};
const complete = (input: object, as = zoe) => act('completeRegistrationRequest', input, as, FAMILY);

describe('completing a request to register', () => {
  it('registers the family under its id, and tells the sender, who may ask to follow it', async () => {
    const ali = advisor('ali-completed');
    const id = await sent('Doumbia', ali);
    const asked = { registrationRequestId: id, version: 1 };
    expect((await complete(asked)).refusal.reason).toBe('FAMILY_OR_REGISTRATION_NEEDED');
    const both = { ...asked, familyId: newId(), registration: asRegistered('Doumbia') };
    expect((await complete(both)).refusal.reason).toBe('FAMILY_OR_REGISTRATION_NEEDED');
    expect((await complete({ ...asked, familyId: newId() })).refusal.reason).toBe('UNKNOWN_FAMILY');
    const nobody = { ...asRegistered('Doumbia'), adults: [] };
    expect((await complete({ ...asked, registration: nobody })).refusal.reason).toBe('ADULT_MISSING');
    const document = change('completeRegistrationRequest', FAMILY);
    const byAli = await graph.query(document, { input: asked }, ali);
    expect(byAli.errors[0]?.extensions?.code).toBe('FORBIDDEN');

    const done = await complete({ ...asked, registration: asRegistered('Doumbia') });
    expect([done.refusal, done.family, done.existingFamilies]).toEqual([
      null,
      expect.objectContaining({ id, reference: expect.stringMatching(/^NAN-/) }),
      [],
    ]);
    expect(done.family.careTimeline.edges).toContainEqual(WANTED);
    expect(done.registrationRequest).toMatchObject({ status: 'COMPLETED', handle: null });
    const { edges } = await listed(ali, { status: ['COMPLETED'] });
    const lookups = (await graph.published()).filter(({ type }) => type === 'relais.family.looked-up.v1');
    expect(lookups.at(-1)?.data).toMatchObject({
      ...{ familyId: id, sub: 'ali-completed', handle: edges[0].node.handle },
      until: '2026-03-15T23:00:00.000Z',
    });
    expect((await ask(NEWS, {}, ali)).careNews.edges[0].node).toEqual({
      ...{ kind: 'REGISTRATION_COMPLETED', subjectId: id, familyId: null },
      sentence:
        'La famille Doumbia a un dossier : demandez à rejoindre son groupe de suivi depuis votre demande.',
    });
    expect((await complete({ ...asked, version: 2 })).refusal.reason).toBe('ALREADY_ANSWERED');
    graph.setNow(new Date('2026-03-16T00:00:00+01:00'));
    expect((await listed(ali, { status: ['COMPLETED'] })).edges[0].node).toMatchObject({ id, handle: null });
    graph.setNow(NOW);
  });

  it('asks first where a child of the name and day has a file, which may be the one', async () => {
    const { familyId } = await givenChild(graph.db, {
      lastName: 'Barry',
      birthDate: Temporal.PlainDate.from(born),
    });
    const id = await sent('Barry');
    const asked = { registrationRequestId: id, version: 1 };
    const slip = { ...asRegistered('Barry'), children: [] };
    expect((await complete({ ...asked, registration: slip })).existingFamilies).toEqual([{ id: familyId }]);
    const question = await complete({ ...asked, registration: asRegistered('Barry') });
    expect([question.refusal.reason, question.refusal.isQuestion, question.existingFamilies]).toEqual([
      'FILE_EXISTS',
      true,
      [{ id: familyId }],
    ]);
    const found = await graph.db.query(
      "select outcome from family_lookups where asked_by = 'zoe' and $1 = any(found_family_ids)",
      [familyId],
    );
    expect(found).toEqual([{ outcome: 'FOUND' }, { outcome: 'FOUND' }]);
    expect((await send({ ...told('Barry'), id: familyId })).refusal.reason).toBe('CONFLICT');

    const other = await sent('Barry');
    const confirmed = { registration: asRegistered('Barry'), confirmed: true };
    const twin = await complete({ registrationRequestId: other, version: 1, ...confirmed });
    expect([twin.refusal, twin.family.id]).toEqual([null, other]);

    const led = await complete({ ...asked, familyId });
    expect([led.refusal, led.family.id, led.registrationRequest]).toEqual([
      null,
      familyId,
      expect.objectContaining({ status: 'COMPLETED' }),
    ]);
    expect(led.family.careTimeline.edges).toContainEqual(WANTED);
    expect(led.registrationRequest.told).toMatchObject({ adults: [{ phone: '+33612345678' }] });
    expect((await listed(zoe, { status: ['COMPLETED'] })).edges[0].node.told).toBeNull();
  });

  it('is not completed with a file from which its sender is kept: nothing tells them that it exists', async () => {
    const barred = advisor('barred-advisor');
    const { id: familyId } = await givenFamily(graph.db);
    await givenFollowers(graph.db, familyId, [{ sub: 'barred-advisor', relation: 'BARRED' }]);
    const id = await sent('Sissoko', barred);
    const kept = await complete({ registrationRequestId: id, version: 1, familyId });
    expect([kept.refusal.reason, kept.family]).toEqual(['SENDER_KEPT_FROM_FILE', null]);
    expect((await listed(barred)).edges[0].node).toMatchObject({ id, status: 'WAITING', handle: null });
    expect((await ask(NEWS, {}, barred)).careNews.edges).toEqual([]);
    const lookups = (await graph.published()).filter(({ type }) => type === 'relais.family.looked-up.v1');
    expect(lookups.map(({ data }) => data)).not.toContainEqual(expect.objectContaining({ familyId }));
  });
});

it('lapses after 90 days unanswered, of which the sender has news, and is gone 30 days later', async () => {
  const ali = advisor('ali-waits');
  const id = await sent('Fofana', ali);
  graph.setNow(new Date('2026-05-30T23:00:00+02:00'));
  await graph.runDueJobs();
  expect(namesIn(await listed(ali))).toEqual(['Fofana']);
  graph.setNow(new Date('2026-05-31T00:00:00+02:00'));
  // Before the job that forgets it has run.
  const one = `query ($id: ID!) { registrationRequest(id: $id) { familyName status told { wantedCare } keptUntil } }`;
  expect(await listed(ali)).toMatchObject({ edges: [], totalCount: 0 });
  const lapsed = {
    familyName: 'Fofana',
    status: 'LAPSED',
    told: null,
    keptUntil: '2026-06-29T22:00:00.000Z',
  };
  expect((await ask(one, { id }, zoe)).registrationRequest).toEqual(lapsed);
  const shown = { edges: [{ node: { id, told: null } }], totalCount: 1 };
  expect(await listed(ali, { status: ['LAPSED'] })).toMatchObject(shown);
  expect((await ask(DESK, {}, zoe)).careDesk.edges).toEqual([]);
  const asked = { registrationRequestId: id, version: 1, registration: asRegistered('Fofana') };
  expect((await complete(asked)).refusal.reason).toBe('LAPSED');
  await graph.runDueJobs();
  expect((await complete(asked)).refusal.reason).toBe('LAPSED');
  expect((await listed(ali, { status: ['LAPSED'] })).edges[0].node).toMatchObject({ id, told: null });
  const { data } = await graph.query(NEWS.replace('2026-02-20', '2026-05-20'), {}, ali);
  expect(data.careNews.edges[0].node.kind).toBe('REGISTRATION_LAPSED');
  graph.setNow(new Date('2026-06-30T00:00:00+02:00'));
  await graph.runDueJobs();
  expect(await graph.db.query('select from registration_requests where id = $1', [id])).toEqual([]);
});
