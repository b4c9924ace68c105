import { RelaisError, type Sentences } from '../errors.ts';
import { following, isPromise, type MaybePromise } from '../maybe-promise.ts';
import type { AccessOutcome } from './access-words.ts';
import type { AccessCategories, AccessCategory } from './categories.ts';
import { NOTHING, PARTY, ROLE, strongestTie } from './tie.rules.ts';

/** One family in one request, as it is written down. */
export type Access = {
  readonly familyId: string;
  readonly outcome: AccessOutcome;
  readonly categories: readonly AccessCategory[];
  readonly relation: string;
};

type Ids = readonly string[];
type FamiliesOf = () => MaybePromise<Ids>;

/** All of them: at once where each is known. */
const allOf = <Value>(values: readonly MaybePromise<Value>[]): MaybePromise<readonly Value[]> =>
  values.some(isPromise) ? Promise.all(values) : (values as readonly Value[]);

export type AccessesOf = {
  readonly categories: AccessCategories;
  /** The relation by which the reader is let in to a family, or `null`. */
  readonly tieTo: (permission: string, familyId: string) => MaybePromise<string | null>;
  /** Stores rows; in the transaction that is given, where one is. */
  readonly store: (accesses: readonly Access[], tx?: object) => Promise<void>;
};

/** Everything of one permission and outcome, each record once. */
class Noted {
  readonly outcome: AccessOutcome;
  readonly permission: string;
  readonly #known = new Set<unknown>();
  readonly #families: FamiliesOf[] = [];

  constructor(outcome: AccessOutcome, permission: string) {
    this.outcome = outcome;
    this.permission = permission;
  }

  add(about: unknown, families: FamiliesOf): void {
    if (this.#known.has(about)) return;
    this.#known.add(about);
    this.#families.push(families);
  }

  /** The families that each record is of; a child may be of two. */
  async groups(): Promise<readonly Ids[]> {
    const found = await allOf(this.#families.map((families) => families()));
    return [...new Map(found.map((ids) => [ids.join(), ids])).values()];
  }
}

type Tied = readonly (readonly [familyId: string, tie: string])[];
type Draft = { readonly categories: Set<AccessCategory>; readonly ties: Set<string> };
type Change = {
  readonly permission: string;
  readonly ties: readonly (readonly [familyId: string, tie: string | null])[];
  readonly isAllowed: boolean;
};

/** The rows of one moment, each family and outcome once. */
class Drafts {
  readonly #categories: AccessCategories;
  readonly #drafts = new Map<string, Draft>();

  constructor(categories: AccessCategories) {
    this.#categories = categories;
  }

  add(outcome: AccessOutcome, permission: string, tied: Tied): void {
    const category = this.#categories[permission];
    if (!category) return;
    for (const [familyId, tie] of tied) {
      const key = `${familyId} ${outcome}`;
      const draft = this.#drafts.get(key) ?? { categories: new Set(), ties: new Set() };
      this.#drafts.set(key, draft);
      draft.categories.add(category);
      draft.ties.add(tie);
    }
  }

  /** Those of which something is new. */
  accesses(isStored: (key: string) => boolean): Access[] {
    return [...this.#drafts].flatMap(([key, { categories, ties }]): Access[] => {
      const [familyId = '', outcome = ''] = key.split(' ');
      const fresh = [...categories].filter((category) => !isStored(`${key} ${category}`)).sort();
      if (fresh.length === 0) return [];
      const relation = strongestTie(ties);
      return [{ familyId, outcome: outcome as AccessOutcome, categories: fresh, relation }];
    });
  }
}

/** What was refused was at most seen. */
const outcomeOf = (isDone: boolean, isAllowed: boolean): AccessOutcome => {
  if (isDone) return 'CHANGED';
  return isAllowed ? 'SEEN' : 'DENIED';
};

/** Which families' data one request has touched, and how; gathered while it is answered, stored before the answer leaves. */
export class Accesses {
  readonly #of: AccessesOf;
  #noted = new Map<string, Noted>();
  #changes: Change[] = [];
  /** What the mutation at hand takes. */
  #permission = '';
  readonly #stored = new Set<string>();

  constructor(of: AccessesOf) {
    this.#of = of;
  }

  /** `about` is the record: what is asked of it again is not noted again. */
  note(outcome: 'SEEN' | 'DENIED', permission: string, about: unknown, families: FamiliesOf): void {
    if (!this.#of.categories[permission]) return;
    const key = `${outcome} ${permission}`;
    const noted = this.#noted.get(key) ?? new Noted(outcome, permission);
    this.#noted.set(key, noted);
    noted.add(about, families);
  }

  /** That a mutation is asked for. */
  begin(permission: string): void {
    this.#permission = permission;
    this.#changes = [];
  }

  /** That a change of something of these families was asked for, and is allowed or not. */
  noteChange(permission: string, ties: Change['ties'], isAllowed: boolean): void {
    this.#changes.push({ permission, ties, isAllowed });
  }

  /**
   * Stores who changed what of which families, in the transaction that changes it. `changed` are those of whom the other
   * agencies are told.
   */
  async storeChanges(tx: object, changed: Iterable<string>, isDone: boolean): Promise<void> {
    const drafts = new Drafts(this.#of.categories);
    for (const { permission, ties, isAllowed } of this.#changes) {
      const otherwise = isAllowed ? ROLE : NOTHING;
      const tied = ties.map(([id, tie]) => [id, tie ?? otherwise] as const);
      drafts.add(outcomeOf(isDone, isAllowed), permission, tied);
    }
    const told = [...changed].map((id) => [id, ROLE] as const);
    drafts.add(outcomeOf(isDone, true), this.#permission, told);
    await this.#store(drafts, tx);
  }

  /** Stores what was read and not shared since it was last stored. */
  async store(): Promise<void> {
    const noted = this.#noted;
    this.#noted = new Map();
    const drafts = new Drafts(this.#of.categories);
    for (const each of noted.values())
      drafts.add(each.outcome, each.permission, await this.#tiedIn(each, await each.groups()));
    await this.#store(drafts);
  }

  /**
   * Of the families that a record is of, those by which the reader sees it. Who sees it by none of them has it for another
   * reason, as who sent it or was just taken out of the team.
   */
  async #tiedIn({ outcome, permission }: Noted, groups: readonly Ids[]): Promise<Tied> {
    if (outcome === 'DENIED') return groups.flat().map((id) => [id, NOTHING]);
    const all = groups.map((ids) =>
      following(allOf(ids.map((id) => this.#of.tieTo(permission, id))), (ties): Tied => {
        const holding = ids.flatMap((id, index) => {
          const tie = ties[index];
          return tie ? [[id, tie] as const] : [];
        });
        return holding.length > 0 ? holding : ids.map((id) => [id, PARTY]);
      }),
    );
    return (await allOf(all)).flat();
  }

  async #store(drafts: Drafts, tx?: object): Promise<void> {
    const accesses = drafts.accesses((key) => this.#stored.has(key));
    if (accesses.length > 0) await this.#of.store(accesses, tx);
    for (const { familyId, outcome, categories } of accesses)
      for (const category of categories) this.#stored.add(`${familyId} ${outcome} ${category}`);
  }
}

/** What could not be written down is not answered. */
export const notLogged = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', 'What was read could not be written down.');

const dealtWith: Sentences = {
  fr: 'Votre demande a été traitée, mais son résultat ne peut pas être montré pour le moment. Rouvrez le dossier avant de recommencer.',
  en: 'What you asked for was dealt with, but its outcome cannot be shown at the moment. Open the file again before you repeat it.',
};

/** A change is stored with who made it; what is read of it afterwards could not be written down. It is not made twice. */
export const outcomeNotLogged = (): RelaisError =>
  new RelaisError('SERVICE_UNAVAILABLE', dealtWith.en, { sentences: dealtWith });

const accessesIn = (context: object): Accesses | undefined =>
  'accesses' in context && context.accesses instanceof Accesses ? context.accesses : undefined;

/** Stores what was read in the context of a request, before any of it leaves. */
export const storeAccesses = async (context: object): Promise<void> => accessesIn(context)?.store();
