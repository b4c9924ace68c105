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

/** Makes loaders that belong together, under their names. */
type MakeLoaders = (source: LoaderSource) => object;

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

/** The loaders of one request. Of some hundred a question asks a few: each group is made when the first of it is asked for. */
class WhenAsked {
  readonly #source: LoaderSource;
  readonly #made: object[] = [];

  constructor(source: LoaderSource) {
    this.#source = source;
  }

  of(group: number, make: MakeLoaders): object {
    this.#made[group] ??= make(this.#source);
    return this.#made[group];
  }
}

/** What each group brings is found out at the first request: it is the same at all of them. */
const namedBy = (groups: readonly MakeLoaders[], source: LoaderSource): typeof WhenAsked => {
  class Named extends WhenAsked {}
  for (const [group, make] of groups.entries())
    for (const name of Object.keys(make(source))) {
      if (name in Named.prototype) throw new BroughtTwice(name);
      const get = function (this: Named): unknown {
        return Reflect.get(this.of(group, make), name);
      };
      Object.defineProperty(Named.prototype, name, { get });
    }
  return Named;
};

/** All of what each of them is. */
type AllOf<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer All) => void
  ? All
  : never;

type AllLoaders<Groups extends readonly MakeLoaders[]> = AllOf<ReturnType<Groups[number]>>;

/** Loaders that are made in groups, each by its name. */
export const loadersIn = <Groups extends readonly MakeLoaders[]>(
  ...groups: Groups
): SubgraphDefinition<AllLoaders<Groups>>['loaders'] => {
  let known: typeof WhenAsked | undefined;
  return (db, batches, request) => {
    const source = { ...request, db, batches };
    known ??= namedBy(groups, source);
    return new known(source) as AllLoaders<Groups>;
  };
};

/** The wings of a subgraph as one: `Loaders` are those of the last, which is built on all others. */
export const wings = <Loaders>(...parts: readonly Wing<Loaders>[]): Composed<Loaders> => {
  const all = (list: (part: Wing<Loaders>) => ClassList | undefined) =>
    parts.flatMap((part) => list(part) ?? []);
  return {
    resolvers: all(({ resolvers }) => resolvers),
    entities: all(({ entities }) => entities),
    orphanedTypes: all(({ orphanedTypes }) => orphanedTypes),
    loaders: loadersIn(
      ...parts.flatMap(({ loaders = [] }) => loaders),
    ) as SubgraphDefinition<Loaders>['loaders'],
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
