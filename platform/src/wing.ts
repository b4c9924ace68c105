import type { Database } from './database/database.ts';
import type { Batches } from './database/loaders.ts';
import type { Links } from './reading/links.ts';
import type { ClassList, LoaderRequest, Reference, SubgraphDefinition } from './subgraph.ts';

/** What the loaders of one request are made of. */
export type LoaderSource = {
  readonly db: Database;
  readonly batches: Batches;
} & LoaderRequest;

/**
 * What a part of a subgraph brings. Its resolvers and references are given the loaders it makes and those of the wings
 * that it is built on, never those of a wing above it: `Loaders` is all that they may use.
 */
export type Wing<Loaders> = Partial<
  Pick<
    SubgraphDefinition<Loaders>,
    | 'resolvers'
    | 'entities'
    | 'orphanedTypes'
    | 'references'
    | 'sights'
    | 'concerns'
    | 'links'
    | 'receives'
    | 'jobs'
    | 'recurringJobs'
    /** The types of events that its actions publish. */
    | 'events'
  >
> & { readonly loaders?: (source: LoaderSource) => Partial<Loaders> };

type Composed<Loaders> = Required<Omit<Wing<Loaders>, 'loaders'>> &
  Pick<SubgraphDefinition<Loaders>, 'loaders'>;

/** Two wings that bring something of one name: one of them would never be asked. */
class BroughtTwice extends Error {
  constructor(name: string) {
    super(`two wings bring ${name}`);
  }
}

const linksOf = <Loaders>(parts: readonly Wing<Loaders>[]): Links<Loaders> => {
  const types: Record<string, Links<Loaders>[string]> = {};
  for (const [type, fields] of parts.flatMap(({ links = {} }) => Object.entries(links)))
    types[type] = together([types[type], fields]);
  return types;
};

const together = <Value>(parts: readonly (Readonly<Record<string, Value>> | undefined)[]) => {
  const entries = parts.flatMap((part) => Object.entries(part ?? {}));
  const twice = entries.find(([name], index) => entries.findIndex(([other]) => other === name) !== index);
  if (twice) throw new BroughtTwice(twice[0]);
  return Object.fromEntries(entries);
};

/** The wings of a subgraph as one: `Loaders` are those of the last, which is built on all others. */
export const wings = <Loaders>(...parts: readonly Wing<Loaders>[]): Composed<Loaders> => {
  const all = (list: (part: Wing<Loaders>) => ClassList | undefined) =>
    parts.flatMap((part) => list(part) ?? []);
  return {
    resolvers: all(({ resolvers }) => resolvers),
    entities: all(({ entities }) => entities),
    orphanedTypes: all(({ orphanedTypes }) => orphanedTypes),
    loaders: (db, batches, request) =>
      Object.assign({}, ...parts.map(({ loaders }) => loaders?.({ ...request, db, batches }))) as Loaders,
    references: together(parts.map(({ references }) => references)),
    sights: together(parts.map(({ sights }) => sights)),
    links: linksOf(parts),
    concerns: together(parts.map(({ concerns }) => concerns)),
    receives: together(parts.map(({ receives }) => receives)),
    jobs: together(parts.map(({ jobs }) => jobs)),
    recurringJobs: together(parts.map(({ recurringJobs }) => recurringJobs)),
    events: parts.flatMap(({ events = [] }) => events),
  };
};

/** Finds a record again by the `id` that another subgraph sent: with the loader that the wing names. */
export const byId =
  <Loaders>(loaderOf: (loaders: Loaders) => { load(id: string): unknown }): Reference<Loaders> =>
  ({ id }, { loaders }) =>
    loaderOf(loaders).load(String(id));
