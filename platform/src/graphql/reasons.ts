import { fill, type Language } from '../messages.ts';

/** Values for the sentence of a refusal, in the language of who reads it. */
export type RefusalDetails = (language: Language) => Readonly<Record<string, string | number>>;

/** Why a change may be refused, said once: to the person who reads it in each language, and to programmers. */
export type Reason = Readonly<Record<Language, string>> & {
  /** What programmers read in the schema, where that is more than the English sentence says. */
  readonly meaning?: string;
  /** It asks about what looks wrong and may be right: `confirmed: true` passes it, so the input is `Confirmable`. */
  readonly isQuestion?: true;
};

/** Reasons by their word. */
export type Reasons<Word extends string = string> = Readonly<Record<Word, Reason>>;

/** The words of a table of reasons: what a rule answers. */
export type Word<Table> = keyof Table & string;

/** What an action answers instead of what it was asked for; nothing is stored. */
export type Refused<Reason extends string> = {
  readonly refusal: Reason;
  readonly details?: RefusalDetails | undefined;
};

type WordOfAny<Table> = Table extends unknown ? Word<Table> : never;

type Twice<Tables, Seen = never> = Tables extends readonly [infer First, ...infer Rest]
  ? (Word<First> & Seen) | Twice<Rest, Seen | Word<First>>
  : never;

/** Every word of every table; a sentence instead when two tables say the same word, so that its use does not compile. */
type Together<Tables extends readonly Reasons[]> = [Twice<Tables>] extends [never]
  ? Reasons<WordOfAny<Tables[number]>>
  : `${Twice<Tables>} is said twice`;

/** Joins tables of reasons into that of one mutation. A word that is said in two of them does not compile. */
export const reasons = <const Tables extends readonly Reasons[]>(...tables: Tables): Together<Tables> =>
  Object.assign({}, ...tables);

const VOWEL = /^[aeiouyàâéèêëîïôöùûh]/i;

/** A French noun with its article, which tells the gender: « une réservation », « un contrat ». */
type Noun = Readonly<Record<Language, string>>;

const frenchOf = (noun: string) => {
  const [article = '', ...words] = noun.split(' ');
  const name = words.join(' ');
  const isFeminine = article === 'une';
  const isElided = VOWEL.test(name);
  const masculineThis = isElided ? 'Cet' : 'Ce';
  const fullThe = isFeminine ? 'La ' : 'Le ';
  return {
    this: `${isFeminine ? 'Cette' : masculineThis} ${name}`,
    the: `${isElided ? 'L’' : fullThe}${name}`,
    it: isFeminine ? 'la' : 'le',
  };
};

/** No record has the id that was sent. */
export const unknown = <const Name extends string>(name: Name, { fr, en }: Noun) =>
  ({
    [`UNKNOWN_${name}`]: { fr: `${frenchOf(fr).this} n’existe pas.`, en: `There is no such ${en}.` },
  }) as Reasons<`UNKNOWN_${Name}`>;

/** The record changed since it was read. */
export const stale = ({ fr, en }: Noun) => {
  const { the, it } = frenchOf(fr);
  return {
    STALE_VERSION: {
      fr: `${the} a changé entre-temps. Relisez-${it}.`,
      en: `The ${en} has changed in the meantime. Read it again.`,
    },
  } satisfies Reasons;
};

/** What every change of a record that is named by id and version may be refused for. */
export const unknownOrStale = <const Name extends string>(name: Name, noun: Noun) =>
  reasons(unknown(name, noun), stale(noun));

/** The client chose an id that something else has. */
export const idTaken = {
  CONFLICT: {
    fr: 'Cet identifiant a déjà servi pour autre chose.',
    en: 'This id was already used for something else.',
  },
} satisfies Reasons;

/** Whoever changes something says why; it is kept with the change. */
export const reasonMissing = {
  REASON_MISSING: { fr: 'Indiquez pourquoi.', en: 'Say why.' },
} satisfies Reasons;

/** Of many lines that are sent at once, this one met somebody else. */
export const tryAgain = {
  TRY_AGAIN: {
    fr: 'Quelqu’un change la même chose au même moment : renvoyez cette ligne.',
    en: 'Somebody is changing the same right now: send this line again.',
  },
} satisfies Reasons;

/** A reason as it is told to who reads it. */
export const sentenceOf = (reason: Reason, language: Language, details?: RefusalDetails): string =>
  fill(reason[language], details?.(language));
