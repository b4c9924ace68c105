import { Batches } from '../database/loaders.ts';
import type { SubgraphContext, SubgraphDefinition } from '../subgraph.ts';
import { Denials } from './denials.ts';
import { ObjectBudget } from './object-budget.ts';

type Request = Omit<SubgraphContext, 'loaders' | 'renewLoaders' | 'budget' | 'denials'>;

/** The context of a request: one set of loaders, replaced when a mutation has committed. */
export const openContext = <Loaders>(
  subgraph: Pick<SubgraphDefinition<Loaders>, 'loaders'>,
  request: Request,
): SubgraphContext<Loaders> => {
  const fresh = () => subgraph.loaders(request.db, new Batches(), request);
  let current = fresh();
  return {
    ...request,
    budget: new ObjectBudget(request.language),
    denials: new Denials(),
    get loaders() {
      return current;
    },
    renewLoaders() {
      current = fresh();
    },
  };
};
