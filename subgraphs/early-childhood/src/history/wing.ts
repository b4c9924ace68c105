/** What was done. Reads no table of another wing. */
import { accessLoaders } from '@relais/platform/access-log/read-accesses.ts';
import { loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../families/wing.ts';
import { CareAccessesResolver } from './care-accesses/care-accesses.resolver.ts';
import { type StepsPage, stepsOfFamilies, stepsOfSubjects } from './care-history/care-step.queries.ts';
import { CareStepResolver, CareTimelineResolver } from './care-history/care-step.resolver.ts';
import { CareStep } from './care-history/care-step.ts';

const loaders = ({ db, batches }: LoaderSource) => ({
  ...accessLoaders(db, batches, 'families'),
  stepsOfFamily: loaderWithArguments(
    batches,
    (ids, page: StepsPage) => stepsOfFamilies(db, ids, page),
    ({ familyId }) => familyId,
  ),
  stepsOfSubject: loaderOfMany(
    batches,
    (ids) => stepsOfSubjects(db, ids),
    ({ subjectId }) => subjectId,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const history: Wing<Loaders> = {
  resolvers: [CareAccessesResolver, CareStepResolver, CareTimelineResolver],
  entities: [CareStep],
  loaders,
};
