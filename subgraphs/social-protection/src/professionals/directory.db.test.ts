import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';

const LIST = `query ($search: String, $role: ProfessionalRole, $agencyId: String, $withDeparted: Boolean, $first: Int, $after: String) {
  professionals(search: $search, role: $role, agencyId: $agencyId, withDeparted: $withDeparted, first: $first, after: $after) {
    edges { node { id sub name hasDeparted } } pageInfo { hasNextPage endCursor } } }`;
const PROFESSIONAL = `{ id sub name role agency place districtIds phone absentFrom absentTo isAbsent standIn { sub }
  departedOn hasDeparted version }`;

const day = (text: string) => Temporal.PlainDate.from(text);
const admin: TestUser = { ...caseworker('admin'), name: 'Odile Administratrice', admin: true };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

const change = async (verb: string, input: object, as: TestUser = admin) => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { answer: ${verb}(input: $input) {
    professional ${PROFESSIONAL} refusal { reason message } } }`;
  const { data, errors } = await graph.query(document, { input }, as);
  return errors.length > 0 ? errors[0]?.extensions?.code : data.answer;
};
const list = async (variables: object, as: TestUser = caseworker('reader')) => {
  const { data, errors } = await graph.query(LIST, { first: 20, ...variables }, as);
  expect(errors).toEqual([]);
  return data.professionals;
};
type Edge = { node: { name: string; sub: string } };
const names = async (variables: object) => (await list(variables)).edges.map(({ node }: Edge) => node.name);

describe('the directory', () => {
  it('is searched by parts of a name, by role and by agency, without those who have left', async () => {
    const isAdvisor = { role: 'EMPLOYMENT_ADVISOR' } as const;
    await givenProfessional(graph.db, { name: 'Gaëlle Œuvrard-Le Bihan', ...isAdvisor });
    await givenProfessional(graph.db, { name: 'Paul Le Bihan' });
    await givenProfessional(graph.db, { name: 'Rose Le Bihan', departedOn: day('2026-03-10') });
    expect(await names({ search: 'le bihan gaelle' })).toEqual(['Gaëlle Œuvrard-Le Bihan']);
    expect(await names({ search: 'OEUVRARD' })).toEqual(['Gaëlle Œuvrard-Le Bihan']);
    expect(await names({ search: 'lebihan' })).toEqual(['Gaëlle Œuvrard-Le Bihan', 'Paul Le Bihan']);
    expect(await names({ search: 'bihan', role: 'CASEWORKER' })).toEqual(['Paul Le Bihan']);
    expect(await names({ search: 'bihan', agencyId: 'france-travail' })).toEqual(['Gaëlle Œuvrard-Le Bihan']);
    expect(await names({ search: 'bihan', withDeparted: true })).toContain('Rose Le Bihan');
    expect(await names({ search: "'; drop %" })).toEqual([]);
  });

  it('comes page by page, two of one name included', async () => {
    for (const name of ['Zoé Page', 'Zoé Page', 'Zoé Page']) await givenProfessional(graph.db, { name });
    const first = await list({ search: 'zoe page', first: 2 });
    const second = await list({ search: 'zoe page', first: 2, after: first.pageInfo.endCursor });
    const met = [...first.edges, ...second.edges].map(({ node }: Edge) => node.sub);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, new Set(met).size]).toEqual([
      true,
      false,
      3,
    ]);
  });

  it('is for whoever follows families', async () => {
    for (const as of [caseworker(), advisor(), coordinator()]) await list({}, as);
    for (const as of [centreStaff(), auditor(), integrator()]) {
      const { errors } = await graph.query(LIST, {}, as);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('an administrator', () => {
  it('records somebody of the own agency, once, and the other agencies are told', async () => {
    const input = { sub: 'nora', name: '  Nora   Petit ', role: 'CASEWORKER', phone: '02 99 00 00 00' };
    const { professional, refusal } = await change('recordProfessional', input);
    expect(refusal).toBeNull();
    expect(professional).toMatchObject({ name: 'Nora Petit', agency: 'departement-44', version: 1 });
    expect((await change('recordProfessional', input)).professional).toEqual(professional);
    expect((await graph.published()).filter(({ data }) => data.sub === 'nora')).toHaveLength(1);
    const taken = await change('recordProfessional', { ...input, name: 'Somebody Else' });
    expect(taken.refusal.reason).toBe('ALREADY_IN_DIRECTORY');
    const elsewhere = await change('recordProfessional', { ...input, sub: 'y', role: 'CARE_COORDINATOR' });
    expect(elsewhere).toMatchObject({ professional: null, refusal: { reason: 'ROLE_OF_ANOTHER_AGENCY' } });
    const empty = await change('recordProfessional', { ...input, sub: 'x', name: ' ' });
    expect(empty.refusal).toEqual({ reason: 'UNSUITABLE_TEXT', message: expect.stringMatching(/\.$/) });
  });

  it('changes where somebody works, keeps what is not said, and stores nothing for nothing', async () => {
    const { id, sub } = await givenProfessional(graph.db, { phone: '1' });
    const input = { professionalId: id, version: 1, place: 'Beaulieu', districtIds: [newId()] };
    const { professional } = await change('changeProfessional', input);
    expect(professional).toMatchObject({
      place: 'Beaulieu',
      districtIds: input.districtIds,
      phone: '1',
      version: 2,
    });
    const again = await change('changeProfessional', { ...input, version: 2 });
    expect(again.professional.version).toBe(2);
    expect((await change('changeProfessional', input)).refusal.reason).toBe('STALE_VERSION');
    const wrong = await change('changeProfessional', { ...input, version: 2, phone: ' ' });
    expect(wrong.refusal.reason).toBe('UNSUITABLE_TEXT');
    expect((await graph.published()).filter(({ data }) => data.sub === sub)).toHaveLength(1);
  });

  it('records an absence with a stand-in, and takes it back', async () => {
    const [absent, colleague] = [await givenProfessional(graph.db), await givenProfessional(graph.db)];
    const entry = { professionalId: absent.id, version: 1 };
    const away = { from: '2026-03-09', to: '2026-03-20', standIn: { id: colleague.id } };
    const { professional } = await change('recordAbsence', { ...entry, ...away });
    expect(professional).toMatchObject({
      isAbsent: true,
      absentTo: '2026-03-20',
      standIn: { sub: colleague.sub },
    });
    const reason = async (given: object) =>
      (await change('recordAbsence', { ...entry, version: 2, ...away, ...given })).refusal.reason;
    expect(await reason({ to: '2026-03-09' })).toBe('BACK_BEFORE_LEAVING');
    expect(await reason({ standIn: { sub: 'nobody' } })).toBe('UNSUITABLE_STAND_IN');
    expect(await reason({ from: null })).toBe('ABSENCE_WITHOUT_BEGINNING');
    expect(await reason({ version: 1 })).toBe('STALE_VERSION');
    const back = await change('recordAbsence', { ...entry, version: 2 });
    expect(back.professional).toMatchObject({ isAbsent: false, absentFrom: null, standIn: null });
  });

  it('records that somebody leaves, today unless told, and takes it back', async () => {
    const { id } = await givenProfessional(graph.db);
    const gone = await change('recordDeparture', { professionalId: id, version: 1 });
    expect(gone.professional).toMatchObject({ departedOn: '2026-03-10', hasDeparted: true });
    const stale = await change('recordDeparture', { professionalId: id, version: 1 });
    expect(stale.refusal.reason).toBe('STALE_VERSION');
    const back = await change('recordDeparture', { professionalId: id, version: 2, on: null });
    expect(back.professional).toMatchObject({ departedOn: null, hasDeparted: false });
  });

  it.each([
    ['changeProfessional', { place: 'Elsewhere' }],
    ['recordAbsence', { from: '2026-03-12' }],
    ['recordDeparture', {}],
  ])('does nothing by %s to another agency’s people, as if they were not there', async (verb, given) => {
    const { id } = await givenProfessional(graph.db, { agency: 'caf-44' });
    const other = await change(verb, { professionalId: id, version: 1, ...given });
    expect(other.refusal.reason).toBe('UNKNOWN_PROFESSIONAL');
    expect(other).toEqual(await change(verb, { professionalId: newId(), version: 1, ...given }));
    expect(await graph.db.findOneBy(Professional, { id })).toMatchObject({ version: 1 });
  });

  it.each([
    ['recordProfessional', { sub: 'sneak', name: 'Sneak', role: 'CASEWORKER' }],
    ['changeProfessional', { professionalId: newId(), version: 1 }],
    ['recordAbsence', { professionalId: newId(), version: 1 }],
    ['recordDeparture', { professionalId: newId(), version: 1 }],
  ])('alone may use %s', async (verb, input) => {
    const others = [caseworker(), { ...auditor(), admin: true }, { ...admin, agency: 'elsewhere' }];
    for (const as of others) expect(await change(verb, input, as)).toBe('FORBIDDEN');
    expect(await graph.db.findOneBy(Professional, { sub: 'sneak' })).toBeNull();
  });
});
