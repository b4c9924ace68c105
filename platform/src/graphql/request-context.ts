import { insertAccesses } from '../access-log/access.queries.ts';
import type { AccessWriter } from '../access-log/access-writer.ts';
import { Accesses, type AccessesOf } from '../access-log/accesses.ts';
import type { Database } from '../database/database.ts';
import { Batches } from '../database/loaders.ts';
import type { Ways } from '../reading/links.ts';
import { Reading } from '../reading/reading.ts';
import { Sight, type SightOf } from '../sight/sight.ts';
import type { SubgraphContext, SubgraphDefinition } from '../subgraph.ts';
import { Denials } from './denials.ts';
import { ObjectBudget } from './object-budget.ts';

type Request = Omit<
  SubgraphContext,
  'loaders' | 'renewLoaders' | 'budget' | 'denials' | 'sight' | 'accesses' | 'reading'
>;

/** Where accesses are stored: a change with its transaction, what was read with that of other requests. */
const storing =
  (writer: Pick<AccessWriter, 'write'>, asking: Request): AccessesOf['store'] =>
  (accesses, tx) => {
    const rows = accesses.map((access) => ({ ...access, asking }));
    return tx ? insertAccesses(tx as Database, rows) : writer.write(rows);
  };

/** The context of a request: one set of loaders and one sight, replaced when a mutation has committed. */
export const openContext = <Loaders>(
  {
    permissions,
    categories,
    loaders,
    sights,
    ways,
    isFamilyKept,
  }: Pick<SubgraphDefinition<Loaders>, 'loaders' | 'permissions' | 'categories' | 'sights'> & {
    readonly ways: Ways;
    readonly isFamilyKept: boolean;
  },
  request: Request,
  writer: Pick<AccessWriter, 'write'>,
): SubgraphContext<Loaders> => {
  const accesses: Accesses = new Accesses({
    categories,
    tieTo: (permission, familyId) => current.sight.tieTo(permission, familyId),
    store: storing(writer, request),
  });
  const fresh = () => {
    const batches = new Batches();
    const { byKeys, log } = request;
    const readFacts: SightOf['readFacts'] = (sql, values) => reading.facts(sql, values);
    const sight = new Sight({ ...request, db: byKeys, permissions, batches, accesses, readFacts });
    const reading: Reading = new Reading({
      byKeys,
      batches,
      sight,
      now: request.now,
      ways,
      sights,
      isFamilyKept,
      log,
    });
    const made = loaders(byKeys, batches, { ...request, lists: request.db, sight, reading });
    reading.primes(made as object);
    return { sight, reading, loaders: made };
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
    get reading() {
      return current.reading;
    },
    renewLoaders() {
      current = fresh();
    },
  };
};
