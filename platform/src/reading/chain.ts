import { getArgumentValues } from 'graphql';
import type { Database } from '../database/database.ts';
import type { Found, Hydration } from '../database/hydration.ts';
import type { Sight } from '../sight/sight.ts';
import type { AnyRelation, RelationLoader } from './relation.ts';
import type { Wish } from './wishes.ts';

/** More are asked by their loaders: a statement is to stay one that PostgreSQL plans soon. */
const MOST_LINKS = 20;

type Row = Readonly<Record<string, unknown>>;
type AnyLoader = RelationLoader<object, unknown, unknown>;

/** Whose records lead to others, and by which column. */
type Source = { readonly name: string; readonly column: string };

/** A link in the statement at hand. */
type Node = {
  readonly name: string;
  /** It may be reached from several: the centre of a booking and that of a placement are asked for together. */
  readonly from: Source[];
  readonly wish: Wish;
  readonly asked: unknown;
  readonly loader: AnyLoader;
  readonly hydration: Hydration<object>;
  /** As SQL over the facts of the root; `true` when nothing more depends on them than at the one before. */
  readonly isOpen: string | true;
  /** What has been allowed on the way here, this one included. */
  readonly permissions: readonly string[];
};

/** A node, or the root, as those below it know it. */
type Parent = {
  readonly name: string;
  readonly columnOf: (property: string) => string;
  /** What has been allowed on the way here. */
  readonly permissions: readonly string[];
};

export type ChainOf = {
  readonly db: Database;
  readonly sight: Sight;
  readonly now: Date;
  readonly loaders: Readonly<Record<string, unknown>>;
  /** What must be allowed for whatever is below the root. */
  readonly permission: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What is read first: a `select` and what it is made of. */
export type Root = {
  readonly select: string;
  readonly values: readonly unknown[];
  readonly columnOf: (property: string) => string;
  readonly recordOf: (row: Row) => object;
};

const ROOT = 'r';
/** Whether each condition on which parts depend holds: decided once for all of them. */
const GATES = 'g';
const ROWS = (name: string): string => `(select coalesce(json_agg("${name}"), '[]') from "${name}")`;

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));

/** Fields that are answered by the same loader, asked the same once the same was allowed, are one link. */
const areOne = (one: Node, other: Node): boolean =>
  one.loader === other.loader &&
  one.wish.way.link.key === other.wish.way.link.key &&
  one.isOpen === other.isOpen &&
  areSame(one.permissions, other.permissions) &&
  isSame(one.asked, other.asked);

/**
 * The statement of a root with all that a question goes on to ask of it: each relation in the SQL in which its loader asks
 * for it, its keys being those that were read just before. What it finds primes the loaders, so that resolvers,
 * permissions and rules do not know of it.
 */
export class Chain {
  readonly #of: ChainOf;
  readonly #root: Root;
  readonly #values: unknown[];
  readonly #nodes: Node[] = [];
  /** By their conditions, how they are written. */
  readonly #gates = new Map<string, string>();

  constructor(of: ChainOf, root: Root, wishes: readonly Wish[]) {
    this.#of = of;
    this.#root = root;
    this.#values = [...root.values];
    this.#follow(wishes, { name: ROOT, columnOf: root.columnOf, permissions: [] });
  }

  /** Whether there is anything beside the root. */
  get isWorthIt(): boolean {
    return this.#nodes.length > 0;
  }

  async read(): Promise<Found<object>[]> {
    const nodes = this.#inOrder();
    const shown = nodes.map(({ name, isOpen }) =>
      isOpen === true ? ROWS(name) : `case when ${this.#gate(isOpen)} then ${ROWS(name)} end`,
    );
    const columns = [ROWS(ROOT), ...shown].map((sql, index) => `${sql} as "${index}"`);
    const found = nodes.map((node) => `"${node.name}" as (${this.#selectOf(node)})`);
    const parts = [`"${ROOT}" as (${this.#root.select})`, ...this.#gatesAsPart(), ...found];
    const from = this.#gates.size > 0 ? ` from "${GATES}"` : '';
    const text = `with ${parts.join(',\n')}\nselect ${columns.join(', ')}${from}`;
    const [answer] = (await this.#of.db.query(text, this.#values)) as Row[];
    return this.#takeIn(answer ?? {}, nodes);
  }

  #follow(wishes: readonly Wish[], parent: Parent): void {
    for (const wish of wishes) {
      const node = this.#nodeOf(wish, parent);
      const name = node && this.#add(node, parent.name);
      if (!node || !name) continue;
      const { hydration, permissions } = node;
      this.#follow(wish.next, { name, columnOf: hydration.columnOf, permissions });
    }
  }

  /** Answers what it is called, or one that is asked for already; `null` where there are enough. */
  #add(node: Node, parent: string): string | null {
    const known = this.#nodes.find((each) => areOne(each, node) && !this.#isBefore(each, parent));
    if (!known && this.#nodes.length >= MOST_LINKS) return null;
    if (known) addTo(known.from, node.from);
    if (!known) this.#nodes.push(node);
    return (known ?? node).name;
  }

  /** Whether one leads to the other: what was found cannot lead back to itself. */
  #isBefore(node: Node, name: string): boolean {
    const from = this.#nodes.find((each) => each.name === name)?.from ?? [];
    return node.name === name || from.some((source) => this.#isBefore(node, source.name));
  }

  /** Each after all that lead to it. */
  #inOrder(): Node[] {
    const ordered: Node[] = [];
    const isKnown = ({ name }: Source): boolean =>
      name === ROOT || ordered.some((each) => each.name === name);
    const next = (): Node | undefined =>
      this.#nodes.find((node) => !ordered.includes(node) && node.from.every(isKnown));
    for (let node = next(); node; node = next()) ordered.push(node);
    return ordered;
  }

  #nodeOf(wish: Wish, parent: Parent): Node | null {
    const { link, permissions } = wish.way;
    const { db, loaders } = this.#of;
    const isOpen = this.#gateOf(permissions, parent);
    const asked = isOpen && this.#askedBy(wish);
    if (!isOpen || !asked) return null;
    const loader = loaders[link.loader] as AnyLoader;
    const name = `n${this.#nodes.length}`;
    const hydration = loader.relation.hydration(db);
    const from = [{ name: parent.name, column: parent.columnOf(link.key) }];
    const allowed = [...new Set([...parent.permissions, ...permissions])];
    return { name, from, wish, loader, hydration, isOpen, permissions: allowed, asked: asked.value };
  }

  /** Where nothing is found above, nothing is asked below. */
  #gateOf(permissions: readonly string[], parent: Parent): string | boolean {
    const more = permissions.filter((each) => !parent.permissions.includes(each));
    if (parent.name !== ROOT && more.length === 0) return true;
    const asked = parent.name === ROOT ? [this.#of.permission, ...more] : more;
    return this.#of.sight.allowedBy(asked, ROOT);
  }

  /** What the loader is asked; nothing where the resolver will refuse it. */
  #askedBy({ way, node }: Wish): { readonly value: unknown } | null {
    const { asked } = way.link;
    if (!asked) return { value: undefined };
    try {
      return { value: asked(getArgumentValues(way.field, node, this.#of.variables), this.#of) };
    } catch {
      return null;
    }
  }

  #gate(condition: string): string {
    const known = this.#gates.get(condition) ?? `"${this.#gates.size}"`;
    this.#gates.set(condition, known);
    return `"${GATES}".${known}`;
  }

  #gatesAsPart(): string[] {
    const decided = [...this.#gates].map(([condition, name]) => `bool_and(${condition}) as ${name}`);
    return decided.length > 0 ? [`"${GATES}" as (select ${decided.join(', ')} from "${ROOT}")`] : [];
  }

  #selectOf({ from, asked, loader, hydration, isOpen }: Node): string {
    const { alias, also = [], rest }: AnyRelation = loader.relation;
    const when = isOpen === true ? '' : `, "${GATES}" where ${this.#gate(isOpen)}`;
    const keysIn = ({ name, column }: Source) => `select parent."${column}" from "${name}" parent${when}`;
    const keys = `array(${from.map(keysIn).join(' union ')})`;
    const columns = [hydration.columns(alias), ...also].join(', ');
    const add = (value: unknown) => `$${this.#values.push(value)}`;
    return `select ${columns} from ${hydration.table} ${alias} ${rest(keys, asked, add)}`;
  }

  #takeIn(answer: Row, nodes: readonly Node[]): Found<object>[] {
    const rowsOf = (index: number) => answer[String(index)] as Row[] | null;
    const root = (rowsOf(0) ?? []).map((row) => ({ record: this.#root.recordOf(row), row }));
    const found = new Map<string, readonly Found<object>[]>([[ROOT, root]]);
    for (const [index, node] of nodes.entries()) {
      const rows = rowsOf(index + 1);
      if (!rows) continue;
      const records = rows.map((row) => ({ record: node.hydration.recordOfJson(row), row }));
      found.set(node.name, records);
      prime(
        node,
        node.from.flatMap(({ name }) => found.get(name) ?? []),
        records,
      );
    }
    return root;
  }
}

/** Those that are not among them. */
const addTo = (known: Source[], more: readonly Source[]): void => {
  const isNew = ({ name, column }: Source) =>
    !known.some((each) => each.name === name && each.column === column);
  known.push(...more.filter(isNew));
};

const keysOf = (parents: readonly Found<object>[], property: string): string[] => {
  const keys = parents.map(({ record }) => (record as Record<string, unknown>)[property]);
  return [...new Set(keys.filter((key) => typeof key === 'string'))];
};

const prime = (
  { wish, loader, asked }: Node,
  parents: readonly Found<object>[],
  found: readonly Found<object>[],
): void => loader.primeAll(keysOf(parents, wish.way.link.key), found, asked);
