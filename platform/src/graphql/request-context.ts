import { insertAccesses } from '../access-log/access.queries.ts';
import { Accesses } from '../access-log/accesses.ts';
import type { Database } from '../database/database.ts';
import { Batches } from '../database/loaders.ts';
import { Sight } from '../sight/sight.ts';
import type { SubgraphContext, SubgraphDefinition } from '../subgraph.ts';
import { Denials } from './denials.ts';
import { ObjectBudget } from './object-budget.ts';

type Request = Omit<
  SubgraphContext,
  'loaders' | 'renewLoaders' | 'budget' | 'denials' | 'sight' | 'accesses'
>;

/** The context of a request: one set of loaders and one sight, replaced when a mutation has committed. */
export const openContext = <Loaders>(
  {
    permissions,
    categories,
    loaders,
  }: Pick<SubgraphDefinition<Loaders>, 'loaders' | 'permissions' | 'categories'>,
  request: Request,
): SubgraphContext<Loaders> => {
  const accesses: Accesses = new Accesses({
    categories,
    tieTo: (permission, familyId) => current.sight.tieTo(permission, familyId),
    store: (rows, tx) => insertAccesses((tx as Database | undefined) ?? request.db, request, rows),
  });
  const fresh = () => {
    const batches = new Batches();
    const { byKeys } = request;
    const sight = new Sight({ ...request, db: byKeys, permissions, batches, accesses });
    return { sight, loaders: loaders(byKeys, batches, { ...request, sight }) };
  };
  let current: ReturnType<typeof fresh> = fresh();
  return {
    ...request,
    budget: new ObjectBudget(request.language),
    denials: new Denials(),
    accesses,
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
