import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { type AgencyName, agencyNames, type ByAgency } from '../../../../subgraphs/agencies.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';

const schemaFile = (name: string) =>
  readFile(new URL(`../../../../schema/${name}.graphql`, import.meta.url), 'utf8');
const api = buildSchema(await schemaFile('api'));

/** Of no family, whoever leads to them. */
const OPEN = [
  'Centre',
  'Section',
  'District',
  'Professional',
  'AdmissionCommission',
  'ImpactReport',
  'PageInfo',
];

/** What an agency answers itself, each field after its type. */
const fieldsOf = async (agency: AgencyName): Promise<string[]> => {
  const types = parse(await schemaFile(agency)).definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return types.flatMap(({ name, fields = [] }) =>
    fields
      .filter(({ directives = [] }) => !directives.some((each) => each.name.value === 'external'))
      .map((field) => `${name.value}.${field.name.value}`),
  );
};

/** The one agency that answers a field; what several answer says nothing. */
const ownersOfFields = async (): Promise<ReadonlyMap<string, AgencyName>> => {
  const owned: (readonly [string, AgencyName])[] = [];
  for (const agency of agencyNames) for (const field of await fieldsOf(agency)) owned.push([field, agency]);
  const counts = new Map<string, number>();
  for (const [field] of owned) counts.set(field, (counts.get(field) ?? 0) + 1);
  return new Map(owned.filter(([field]) => counts.get(field) === 1));
};
const owners = await ownersOfFields();

const RECORDS: ByAgency<readonly string[]> = {
  'early-childhood': [
    'select id, id as family from families',
    'select id, family_id as family from adults',
    `select id, family_id as family from children
     union all select child_id, other_family_id from shared_residences`,
    'select id, family_id as family from care_requests',
    'select placements.id, children.family_id as family from placements join children on children.id = child_id',
    'select bookings.id, children.family_id as family from bookings join children on children.id = child_id',
    'select care_offers.id, family_id as family from care_offers join care_requests on care_requests.id = care_request_id',
    'select own_arrangements.id, children.family_id as family from own_arrangements join children on children.id = child_id',
  ],
  'social-protection': [
    'entitlements',
    'resources',
    'support_team_members',
    'tasks',
    'notes',
    'referrals',
    'membership_requests',
  ].map((table) => `select id, family_id as family from ${table}`),
  employment: [
    'select id, family_id as family from job_seekers',
    'select id, family_id as family from milestones',
    `select returns_to_work.id, family_id as family from returns_to_work
     join job_seekers on job_seekers.id = job_seeker_id`,
  ],
};

type Record = { readonly agency: AgencyName; readonly families: string[] };

/** Of which families each record is, and who keeps it, by its id. */
const recordsOf = async ({ agencies }: TestWholeGraph): Promise<ReadonlyMap<string, Record>> => {
  const records = new Map<string, Record>();
  for (const agency of agencyNames)
    for (const query of RECORDS[agency]) {
      const rows: { id: string; family: string }[] = await agencies[agency].db.query(query);
      for (const { id, family } of rows) {
        const known = records.get(id) ?? { agency, families: [] };
        known.families.push(family);
        records.set(id, known);
      }
    }
  return records;
};

/** That one agency gave data of at least one of these families. */
export type Given = {
  readonly what: string;
  readonly agency: AgencyName;
  readonly families: readonly string[];
};

type Walk = {
  readonly records: ReadonlyMap<string, Record>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly found: Given[];
};
type At = { readonly type: GraphQLObjectType; readonly families: readonly string[] };

const selectedIn = ({ selections }: SelectionSetNode, walk: Walk): FieldNode[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : walk.fragments.get(each.name.value);
    return inner ? selectedIn(inner.selectionSet, walk) : [];
  });

const note = (walk: Walk, { type, families }: At, name: string): void => {
  const agency = owners.get(`${type.name}.${name}`);
  if (agency && families.length > 0) walk.found.push({ what: `${type.name}.${name}`, agency, families });
};

const itemsIn = (value: unknown): readonly object[] =>
  [value].flat(2).filter((each): each is object => typeof each === 'object' && each !== null);

const visitField = (walk: Walk, value: unknown, field: FieldNode, at: At): void => {
  const { name, selectionSet } = field;
  const known = at.type.getFields()[name.value];
  if (value === null || value === undefined || !known) return;
  const type = getNamedType(known.type);
  if (isLeafType(type) && name.value !== 'id') note(walk, at, name.value);
  if (!isObjectType(type) || !selectionSet) return;
  for (const item of itemsIn(value)) visit(walk, item, selectionSet, { type, families: at.families });
};

const visit = (walk: Walk, data: object, selected: SelectionSetNode, at: At): void => {
  if (OPEN.includes(at.type.name)) return;
  const values = new Map<string, unknown>(Object.entries(data));
  const record = walk.records.get(String(values.get('id')));
  if (record) walk.found.push({ what: `${at.type.name}.id`, ...record });
  const families = record?.families ?? at.families;
  for (const field of selectedIn(selected, walk)) {
    const value = values.get(field.alias?.value ?? field.name.value);
    visitField(walk, value, field, { type: at.type, families });
  }
};

/** Whose data an answer holds, and from which agency each datum is, found from the answer and the contract alone. */
export const givenIn = async (graph: TestWholeGraph, document: string, data: unknown): Promise<Given[]> => {
  const { definitions } = parse(document);
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const walk: Walk = { records: await recordsOf(graph), fragments, found: [] };
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const type = each.operation === 'mutation' ? api.getMutationType() : api.getQueryType();
    if (type) visit(walk, Object(data), each.selectionSet, { type, families: [] });
  }
  return walk.found;
};
