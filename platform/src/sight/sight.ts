import { z } from 'zod';
import type { Accesses } from '../access-log/accesses.ts';
import { tieBehind } from '../access-log/tie.rules.ts';
import { isAdmitted, type User } from '../auth/user.ts';
import type { Database } from '../database/database.ts';
import { type Batches, type Loader, loaderBy } from '../database/loaders.ts';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { DenialReason } from '../graphql/denials.ts';
import { following, type MaybePromise } from '../maybe-promise.ts';
import { dayOf } from '../time/civil-time.ts';
import { type Action, becauseOf, objectedFor } from './action.rules.ts';
import {
  bindingBy,
  type Compiled,
  columnsOf,
  compiledFor,
  type FactColumn,
  type FactsQuery,
  factsIn,
  isByToken,
  type Permissions,
  sqlOverFacts,
} from './compiled.ts';
import { type Bind, type Condition, type Facts, holds, sqlOf } from './condition.rules.ts';

/** What is not shared, and why, where that may be known. */
export type Refusal = { readonly because: DenialReason | undefined };

export type SightOf = {
  readonly permissions: Permissions;
  readonly user: User;
  readonly now: Date;
  readonly db: Database;
  readonly batches: Batches;
  readonly accesses: Accesses;
  /** Reads facts of families, and may read along what else is asked of them. */
  readonly readFacts?: (sql: string, values: unknown[]) => Promise<unknown>;
};

type Row = Readonly<Record<string, unknown>>;
/** Whatever answers rows. */
type Asked = { query(sql: string, values?: unknown[]): Promise<unknown> };

/** Of which families something is: ids, or how to find them where it is not decided without. */
export type FamilyIds = readonly string[] | (() => MaybePromise<readonly string[]>);

const idsIn = (familyIds: FamilyIds): MaybePromise<readonly string[]> =>
  typeof familyIds === 'function' ? familyIds() : familyIds;

/** To whom the token does not open it. */
const BY_ROLE: Refusal = { because: 'ROLE' };
const WITHOUT_REASON: Refusal = { because: undefined };

/** Puts a value into the statement at hand and answers its placeholder. */
export type AddParameter = (value: string) => string;

/** A condition of a `where`; `family` is the column that names the family. */
export type SeenFilter = (family: string, add: AddParameter) => string;

/** What one reader may see and change at one moment; the facts of a family are read once for all that depends on them. */
export class Sight {
  readonly #permissions: Permissions;
  readonly #accesses: Accesses;
  readonly #user: User;
  readonly #values: Readonly<Record<Parameters<Bind>[0], string>>;
  readonly #compiled: Compiled;
  readonly #facts: Loader<string, Facts>;
  /** Those that are known: a loader would have who asks again wait for the next statement. */
  readonly #known = new Map<string, Facts>();
  readonly #factsOfMembers: Loader<string, Facts>;
  #isAskingFacts = false;
  readonly #db: Database;
  readonly #leftOut = new Map<string, Promise<boolean>>();
  readonly #denials = new Map<string, Promise<Refusal | null>>();
  /** What was decided of one family: a file asks the same at each of its fields. */
  readonly #decided = new Map<Action, Map<string, Refusal | null>>();

  constructor({ permissions, user, now, db, batches, accesses, readFacts }: SightOf) {
    this.#accesses = accesses;
    this.#db = db;
    this.#permissions = permissions;
    this.#user = user;
    this.#values = {
      sub: user.sub,
      today: dayOf(now).toString(),
      now: now.toISOString(),
      agencyKind: user.agencyKind ?? '',
    };
    this.#compiled = compiledFor(permissions, user);
    const { ofFamilies, ofMembers } = this.#compiled;
    const alongside: Asked = readFacts ? { query: (sql, values = []) => readFacts(sql, values) } : db;
    this.#facts = loaderBy(batches, async (familyIds) => {
      const facts = await this.#readFacts(alongside, ofFamilies, familyIds);
      for (const [index, each] of facts.entries()) this.#known.set(familyIds[index] ?? '', each);
      return facts;
    });
    this.#factsOfMembers = loaderBy(batches, (memberIds) => this.#readFacts(db, ofMembers, memberIds));
  }

  /** Whether it is allowed for any family at all, as far as the token says. */
  mayEver(permission: string): boolean {
    const rule = this.#permissions[permission] ?? [];
    if (isByToken(rule)) return rule.some((each) => each(this.#user));
    return this.#compiled.conditions.get(rule) !== false;
  }

  /** The permissions that this person may have of something. */
  permissions(): string[] {
    const isOpen = ([name, rule]: [string, Permissions[string]]): boolean =>
      isByToken(rule) ? this.mayEver(name) : this.#conditionOf(rule) !== false;
    return Object.entries(this.#permissions)
      .filter(isOpen)
      .map(([name]) => name)
      .sort();
  }

  /** Whether it is allowed of what belongs to these families, any of which is enough. */
  sees(permission: string, familyIds: FamilyIds, memberId?: string): MaybePromise<boolean> {
    return following(this.denial(permission, familyIds, memberId), (denial) => denial === null);
  }

  /** Why it is not allowed; `null` when it is. At once where the facts of the families are known. */
  denial(permission: string, familyIds: FamilyIds, memberId?: string): MaybePromise<Refusal | null> {
    const rule = this.#permissions[permission] ?? [];
    if (isByToken(rule)) return this.mayEver(permission) ? null : BY_ROLE;
    if (!isAdmitted(this.#user)) return WITHOUT_REASON;
    if (this.#conditionOf(rule) === true) return null;
    return following(idsIn(familyIds), (ids) => this.#denialOfAny([permission, rule], ids, memberId));
  }

  #denialOfAny(
    [permission, rule]: readonly [string, Action],
    ids: readonly string[],
    memberId?: string,
  ): MaybePromise<Refusal | null> {
    const [only = '', ...others] = ids;
    if (ids.length === 0 && this.#compiled.ofNoFamily.has(rule)) return null;
    if (others.length === 0 && !this.#compiled.aboutMembers.has(rule)) {
      const decided = this.#decidedOf(rule, only);
      if (decided !== undefined) return decided;
    }
    const key = `${permission} ${memberId} ${ids.join()}`;
    const denial = this.#denials.get(key) ?? this.#denialBy(rule, ids, memberId);
    this.#denials.set(key, denial);
    return denial;
  }

  /** `undefined` while the facts of the family are not known. */
  #decidedOf(rule: Action, familyId: string): Refusal | null | undefined {
    const ofRule = this.#decided.get(rule) ?? new Map<string, Refusal | null>();
    const decided = ofRule.get(familyId);
    const facts = this.#known.get(familyId);
    if (decided !== undefined || !facts) return decided;
    const denial = this.#denialOf(rule, [facts]);
    this.#decided.set(rule, ofRule.set(familyId, denial));
    return denial;
  }

  async #denialBy(rule: Action, ids: readonly string[], memberId?: string): Promise<Refusal | null> {
    const [ofMember, ...facts] = await Promise.all([
      this.#factsOfMember(rule, memberId),
      ...ids.map((familyId) => this.#factsOf(familyId)),
    ]);
    return this.#denialOf(
      rule,
      facts.map((each) => ({ ...each, ...ofMember })),
    );
  }

  /**
   * Whether a change is allowed, asked within the transaction that has locked what it changes: the statement that locks
   * would see a team as it was before the change that it waited for.
   */
  async allows(tx: Database, permission: string, familyIds: FamilyIds): Promise<boolean> {
    const ids = await idsIn(familyIds);
    const condition = this.#conditionFor(permission);
    const facts =
      typeof condition === 'boolean' ? [] : await this.#readFacts(tx, this.#compiled.ofFamilies, ids);
    const isAllowed =
      typeof condition === 'boolean' ? condition : facts.some((each) => holds(condition, each));
    const ties = ids.map((id, index) => [id, tieBehind(condition, facts[index] ?? {})] as const);
    this.#accesses.noteChange(permission, ties, isAllowed);
    return isAllowed;
  }

  /** Why a change is not allowed, asked in its transaction; `null` when it is. */
  async whyNot(tx: Database, permission: string, familyIds: readonly string[]): Promise<Refusal | null> {
    const rule = this.#permissions[permission] ?? [];
    if (isByToken(rule)) return this.mayEver(permission) ? null : { because: 'ROLE' };
    return this.#denialOf(rule, await this.#readFacts(tx, this.#compiled.ofFamilies, familyIds));
  }

  /** By which relation the reader is let in to a family; `null` when by none. */
  tieTo(permission: string, familyId: string): MaybePromise<string | null> {
    const condition = this.#conditionFor(permission);
    if (typeof condition === 'boolean') return tieBehind(condition, {});
    return following(this.#factsOf(familyId), (facts) => tieBehind(condition, facts));
  }

  /** The facts as columns of a statement that reads families, so that they cost none of their own; `keep` takes them in. */
  factColumns(family: string, add: AddParameter): readonly FactColumn[] {
    const binds = this.#compiled.ofFamilies?.binds ?? [];
    const placeholders = binds.map((what) => add(this.#values[what]));
    return columnsOf(this.#compiled, family, placeholders);
  }

  /** Whether facts were asked for by themselves: what is read at the same time is most likely of the same families. */
  get isAskingFacts(): boolean {
    return this.#isAskingFacts;
  }

  /** Takes in facts that were read with a family, as columns of its row. */
  keep(familyId: string, row: Readonly<Record<string, unknown>>): void {
    const facts = factsIn(this.#compiled.ofFamilies?.relations ?? [], row);
    this.#facts.prime(familyId, facts);
    if (!this.#known.has(familyId)) this.#known.set(familyId, facts);
  }

  /**
   * Whether all of this is allowed of a family whose facts were read as columns of `from`: decided, or as SQL over them. What
   * depends on a member of it is not decided so.
   */
  allowedBy(permissions: readonly string[], from: string): boolean | string {
    const conditions = permissions.map((each) => this.#conditionFor(each));
    // Who asks says only what their token decides; all else is the same for everybody of one kind.
    const byToken = conditions.map((each) => (typeof each === 'boolean' ? each : '?'));
    const key = `${from} ${permissions.join()} ${byToken.join()}`;
    const { allowed } = this.#compiled;
    const known = allowed.get(key) ?? sqlOverFacts({ allOf: conditions }, from);
    allowed.set(key, known);
    return known;
  }

  /** What a list holds for this reader. */
  filter(permission: string): SeenFilter {
    const condition = this.#conditionFor(permission);
    return (family, add) =>
      sqlOf(
        condition,
        family,
        bindingBy((what) => add(this.#values[what])),
      );
  }

  /** Whether any family that the reader follows objects, so that a list is not all there is; asked once for a request. */
  leavesOut(permission: string): Promise<boolean> {
    const asked = this.#leftOut.get(permission) ?? this.#asksWhetherLeftOut(permission);
    this.#leftOut.set(permission, asked);
    return asked;
  }

  async #asksWhetherLeftOut(permission: string): Promise<boolean> {
    const rule = this.#permissions[permission] ?? [];
    if (isByToken(rule) || !isAdmitted(this.#user)) return false;
    const condition = objectedFor(rule, this.#user);
    if (condition === false) return false;
    const values: string[] = [];
    const bind = bindingBy((what) => `$${values.push(this.#values[what])}`);
    const any = `exists (select from objections asked where ${sqlOf(condition, 'asked.family_id', bind)})`;
    const shape = rowOf({ isAny: [any, z.boolean()] });
    const [row] = await rowsOf(this.#db, shape, `select ${shape.columns}`, values);
    return row?.isAny ?? false;
  }

  #conditionFor(permission: string): Condition {
    const rule = this.#permissions[permission] ?? [];
    return isByToken(rule) ? this.mayEver(permission) : this.#conditionOf(rule);
  }

  /** To an agency that the city has not admitted every family is as absent. */
  #conditionOf(action: Action): Condition {
    return isAdmitted(this.#user) && (this.#compiled.conditions.get(action) ?? false);
  }

  #factsOf(familyId: string): Facts | Promise<Facts> {
    this.#isAskingFacts ||= !this.#known.has(familyId);
    return this.#known.get(familyId) ?? this.#facts.load(familyId);
  }

  #denialOf(action: Action, facts: readonly Facts[]): Refusal | null {
    const condition = this.#conditionOf(action);
    if (facts.some((each) => holds(condition, each))) return null;
    const reasons = facts.map((each) => becauseOf(action, this.#user, each));
    return { because: reasons.find((because) => because !== undefined) };
  }

  /** Asked only where the rule depends on which member it is. */
  #factsOfMember(action: Action, memberId: string | undefined): MaybePromise<Facts> {
    const isAsked = memberId !== undefined && this.#compiled.aboutMembers.has(action);
    return isAsked ? this.#factsOfMembers.load(memberId) : {};
  }

  async #readFacts(db: Asked, query: FactsQuery | null, ids: readonly string[]): Promise<Facts[]> {
    if (!query || ids.length === 0) return ids.map(() => ({}));
    const values = query.binds.map((what) => this.#values[what]);
    const rows = (await db.query(query.sql, [ids, ...values])) as Row[];
    const byId = new Map(rows.map((row) => [row.id, factsIn(query.relations, row)]));
    return ids.map((id) => byId.get(id) ?? {});
  }
}
