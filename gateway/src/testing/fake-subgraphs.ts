import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { badArgument, RelaisError } from '@relais/platform/errors.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { type GraphQLSchema, parse } from 'graphql';
import { type Answering, inProcessDataSource } from '../data-sources/in-process.ts';
import { OWN_PART, ownSdl } from '../data-sources/own-graph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])
scalar Date`;

const EARLY_CHILDHOOD = `${LINK}
type Query {
  reader: Reader @shareable
  mustHave(what: String!): Family!
  family(reference: String!): Family
  families: [Family!]!
  stays: [Stay!]
  things: [Thing!]
  bookings(on: Date!): [Booking!]
  crash: String
  forbidden: String
  deepSecret: Family
}
type Reader { sub: String! @shareable atCare: String }
type Mutation { register(reference: String!): Family }
interface Stay { startsOn: String }
interface Place { name: String }
type Booking implements Stay @key(fields: "id") { id: ID! startsOn: String milestone: Milestone }
type Visit implements Stay { id: ID! startsOn: String ward: String @inaccessible }
type Family @key(fields: "id") {
  id: ID!
  reference: String! @shareable
  name: String
  bookings: [Booking!]
  neighbour: Family
  hiddenKey: String @inaccessible
}
union Thing = Family | Booking
type Milestone @key(fields: "id") {
  id: ID!
  startsAt: String @external
  family: Family @external
  cover: String @requires(fields: "startsAt family { id }")
}`;

const EMPLOYMENT = `${LINK}
type Query { reader: Reader @shareable milestones: [Milestone!] }
type Reader { sub: String! @shareable atWork: String }
type Family @key(fields: "id") {
  id: ID!
  reference: String! @shareable
  milestones: [Milestone!]
  advisorOn(day: Date!): String
}
type Milestone @key(fields: "id") { id: ID! startsAt: String family: Family title: String }`;

type Reference = { readonly id: string };
type MilestoneReference = Reference & { readonly startsAt?: string; readonly family?: Reference };

const families = [
  {
    id: 'f1',
    reference: 'FAM-1',
    name: 'Le Goff',
    bookings: [{ id: 'b1', startsOn: 'Monday', milestone: { id: 'm1' } }],
  },
  { id: 'f2', reference: 'FAM-2', name: 'Diallo', bookings: [] },
];
const unknownToEmployment = { id: 'f9', reference: 'FAM-9', name: 'Nouveau', bookings: [] };
const milestones = [
  { id: 'm1', startsAt: '09:00', title: 'Interview', family: { id: 'f1', reference: 'FAM-1' } },
  { id: 'm2', startsAt: '14:00', title: 'Workshop', family: { id: 'f1', reference: 'FAM-1' } },
];
const byId = <R extends Reference>(rows: readonly R[], { id }: Reference): R | null =>
  rows.find((row) => row.id === id) ?? null;

const earlyChildhood = buildSubgraphSchema({
  typeDefs: parse(EARLY_CHILDHOOD),
  resolvers: {
    Date: CivilDate,
    Query: {
      family: (_: unknown, { reference }: { reference: string }) =>
        [...families, unknownToEmployment].find((each) => each.reference === reference) ?? null,
      families: () => families,
      reader: () => ({ sub: 'somebody', atCare: 'care' }),
      mustHave: () => {
        throw badArgument('what', { fr: 'non.', en: 'no.' });
      },
      stays: () => [{ __typename: 'Booking', id: 'b1', startsOn: 'Monday' }],
      things: () => families.map((family) => ({ __typename: 'Family', ...family })),
      bookings: () => families[0]?.bookings,
      crash: () => {
        throw new Error('connect to postgres://relais:secret@10.0.0.3 failed near "select"');
      },
      forbidden: () => {
        throw new RelaisError('FORBIDDEN', 'Your role may not use "forbidden".');
      },
      deepSecret: () => ({
        get id() {
          throw new Error('select * from families');
        },
      }),
    },
    Mutation: { register: (_: unknown, { reference }: { reference: string }) => ({ id: 'f9', reference }) },
    Family: { __resolveReference: (reference: Reference) => byId(families, reference) },
    Milestone: {
      __resolveReference: (reference: MilestoneReference) => reference,
      cover: ({ id, startsAt, family }: MilestoneReference) => `${id} at ${startsAt} of ${family?.id}`,
    },
  },
});

const employment = buildSubgraphSchema({
  typeDefs: parse(EMPLOYMENT),
  resolvers: {
    Date: CivilDate,
    Query: { milestones: () => milestones, reader: () => ({ sub: 'somebody', atWork: 'work' }) },
    Family: {
      __resolveReference: (reference: Reference) => byId(families, reference),
      milestones: ({ id }: Reference) => milestones.filter(({ family }) => family.id === id),
      advisorOn: (_: unknown, { day }: { day: { toString(): string } }) => `advisor on ${day}`,
    },
    Milestone: { __resolveReference: (reference: Reference) => byId(milestones, reference) },
  },
});

const composed = composeServices([
  { name: 'early-childhood', url: 'http://early-childhood', typeDefs: parse(EARLY_CHILDHOOD) },
  { name: 'employment', url: 'http://employment', typeDefs: parse(EMPLOYMENT) },
  { name: OWN_PART, url: 'http://gateway', typeDefs: parse(ownSdl()) },
]);
if (!composed.supergraphSdl) throw new Error(String(composed.errors));

export const { supergraphSdl } = composed;

export type Agency = 'early-childhood' | 'employment';
export type Health = 'up' | 'down' | 'hung';

const schemas: Readonly<Record<Agency, GraphQLSchema>> = { 'early-childhood': earlyChildhood, employment };
const hang = () => new Promise<never>(() => undefined);

/** Two small agencies in this process; a test decides whether they answer. */
export const fakeAgencies = () => {
  const health: Record<Agency, Health> = { 'early-childhood': 'up', employment: 'up' };
  const contexts: Agency[] = [];
  const tokens: string[] = [];

  const answering = (name: Agency): Answering => ({
    name,
    schema: schemas[name],
    async contextFor({ token = '' }) {
      contexts.push(name);
      tokens.push(token);
      if (health[name] === 'hung') return hang();
      if (health[name] === 'down') throw new Error('connect ECONNREFUSED 10.0.0.3:5432');
      return {};
    },
  });

  const sources = {
    'early-childhood': inProcessDataSource(answering('early-childhood')),
    employment: inProcessDataSource(answering('employment')),
  };
  const dataSourceFor = (name: string) =>
    name === 'employment' ? sources.employment : sources['early-childhood'];
  return { health, contexts, tokens, dataSourceFor };
};
