import type { Temporal } from 'temporal-polyfill';
import { ArgsType, Field } from 'type-graphql';
import type { Database } from '../database/database.ts';
import { type Batches, loaderWithArguments } from '../database/loaders.ts';
import { badUserInput } from '../errors.ts';
import { type Page, PageArguments, pageOf, pageSizeOf } from '../graphql/connection.ts';
import { inputMessages } from '../graphql/input-messages.ts';
import { CivilDate } from '../graphql/scalars.ts';
import { timelinePosition } from '../graphql/timeline.ts';
import type { Language } from '../messages.ts';
import type { SubgraphContext } from '../subgraph.ts';
import { startOfDay } from '../time/civil-time.ts';
import { sentenceOfAccess, type ToldAccess } from './access.messages.ts';
import { AuditedAccess, FamilyAccess } from './family-access.ts';
import {
  type AccessPage,
  type AuditedFilter,
  accessesAudited,
  accessesOfFamilies,
  type FamiliesTable,
  familyCalled,
} from './logged-access.queries.ts';

/** What every agency's loaders hold of its access log. */
export const accessLoaders = (db: Database, batches: Batches, families: FamiliesTable) => ({
  accessesOfFamily: loaderWithArguments(
    batches,
    (ids, page: AccessPage) => accessesOfFamilies(db, families, ids, page),
    ({ familyId }) => familyId,
  ),
});

type WithAccesses = Pick<SubgraphContext<ReturnType<typeof accessLoaders>>, 'loaders' | 'language'>;

const positionOf = (args: PageArguments): AccessPage => ({
  rows: pageSizeOf(args) + 1,
  after: timelinePosition(args),
});

const tellingIn =
  (language: Language) =>
  <Access extends ToldAccess>(access: Access) => ({
    ...access,
    isSystem: access.role === 'INTEGRATOR',
    sentence: sentenceOfAccess(access, language),
  });

const sortValues = ({ at, id }: { readonly at: Date; readonly id: string }): string[] => [
  at.toISOString(),
  id,
];

/** A page of who asked one agency for data of a family. */
export const accessesOfFamily = async (
  familyId: string,
  args: PageArguments,
  { loaders, language }: WithAccesses,
): Promise<Page<FamilyAccess>> => {
  const found = await loaders.accessesOfFamily(familyId, positionOf(args));
  const accesses = found.map(tellingIn(language)).map((told) => Object.assign(new FamilyAccess(), told));
  return pageOf(accesses, args, sortValues);
};

@ArgsType()
export class AuditedAccessArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Only of the family of this reference, under whatever it was called before a merge.',
  })
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only by this person or system, by the subject of the token.',
  })
  sub?: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'Only from this day on.' })
  from?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'Only until this day, which is the last.' })
  to?: Temporal.PlainDate | null;
}

const periodOf = ({ from, to }: AuditedAccessArguments): Pick<AuditedFilter, 'from' | 'before'> => ({
  from: from ? startOfDay(from) : null,
  before: to ? startOfDay(to.add({ days: 1 })) : null,
});

type Auditing = Pick<SubgraphContext, 'db' | 'language' | 'accesses'>;
export type AuditedLog = { readonly families: FamiliesTable; readonly permission: string };

const audited = async (
  { families, permission }: AuditedLog,
  args: AuditedAccessArguments,
  { db, accesses }: Auditing,
) => {
  const { reference, sub = null } = args;
  const { from, before } = periodOf(args);
  if (from && before && before <= from) throw badUserInput('to', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  const familyId = reference ? await familyCalled(db, families, reference) : null;
  if (reference && !familyId) return [];
  // Also where nothing is found: that nobody asked for a family's data is told of it as well.
  if (familyId) accesses.note('SEEN', permission, familyId, () => [familyId]);
  return accessesAudited(db, families, { familyId, sub, from, before }, positionOf(args));
};

/** A page of an agency's log, for an auditor; reading it is written down in it. */
export const auditAccesses = async (
  log: AuditedLog,
  args: AuditedAccessArguments,
  context: Auditing,
): Promise<Page<AuditedAccess>> => {
  const found = await audited(log, args, context);
  const accesses = found
    .map(tellingIn(context.language))
    .map((told) => Object.assign(new AuditedAccess(), told));
  return pageOf(accesses, args, sortValues);
};
