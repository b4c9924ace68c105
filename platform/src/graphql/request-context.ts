import { Batches } from '../database/loaders.ts';
import { Sight } from '../sight/sight.ts';
import type { SubgraphContext, SubgraphDefinition } from '../subgraph.ts';
import { Denials } from './denials.ts';
import { ObjectBudget } from './object-budget.ts';

type Request = Omit<SubgraphContext, 'loaders' | 'renewLoaders' | 'budget' | 'denials' | 'sight'>;

/** The context of a request: one set of loaders and one sight, replaced when a mutation has committed. */
export const openContext = <Loaders>(
  { permissions, loaders }: Pick<SubgraphDefinition<Loaders>, 'loaders' | 'permissions'>,
  request: Request,
): SubgraphContext<Loaders> => {
  const fresh = () => {
    const batches = new Batches();
    const sight = new Sight({ ...request, permissions, batches });
    return { sight, loaders: loaders(request.db, batches, { ...request, sight }) };
  };
  let current = fresh();
  return {
    ...request,
    budget: new ObjectBudget(request.language),
    denials: new Denials(),
    get loaders() {
      return current.loaders;
    },
    get sight() {
      return current.sight;
    },
    renewLoaders() {
      current = fresh();
    },
  };
};
