/** What was done. Reads no table of another wing. */
import { loaderOfMany, loaderWithArguments } from '@relais/platform/database/loaders.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import type { Loaders as Below } from '../families/wing.ts';
import { type StepsPage, stepsOfFamilies, stepsOfSubjects } from './care-history/care-step.queries.ts';
import { CareStepResolver, CareTimelineResolver } from './care-history/care-step.resolver.ts';
import { CareStep } from './care-history/care-step.ts';

const loaders = ({ db, batches }: LoaderSource) => ({
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
  resolvers: [CareStepResolver, CareTimelineResolver],
  entities: [CareStep],
  loaders,
};
