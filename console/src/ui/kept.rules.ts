import { isInOrder, type Line } from '../time/week.rules.ts';

type Section = { readonly id: string; readonly name: string; readonly places: number };
type Kept = Line & { readonly sectionId: string; readonly places: number };
export type Terms = { readonly sections: readonly Section[]; readonly emergencyPlaces: readonly Kept[] };

/** What a centre keeps for emergencies today, and what is decided to change, first to last. */
export type Keeping = Terms & { readonly toCome: readonly (Terms & { readonly from: string })[] };

/** What holds on a day. */
export const termsOn = (centre: Keeping, day: string): Terms =>
  centre.toCome.findLast(({ from }) => from <= day) ?? centre;

const inWords = (kept: readonly Kept[]): string =>
  JSON.stringify(
    kept
      .map(({ sectionId, weekday, from, to, places }) =>
        [sectionId, weekday, from.slice(0, 5), to.slice(0, 5), places].join(' '),
      )
      .sort(),
  );

/** Of what is decided to change, that which changes what is kept. */
export const keptToCome = (centre: Keeping): readonly (Terms & { readonly from: string })[] =>
  centre.toCome.filter(
    ({ emergencyPlaces }, index) =>
      inWords(emergencyPlaces) !== inWords((centre.toCome[index - 1] ?? centre).emergencyPlaces),
  );

export type KeptOf = { readonly section: Section; readonly places: number; readonly lines: readonly Line[] };

/** Section by section: so many places, in these hours. */
export const keptOf = ({ sections, emergencyPlaces }: Terms): readonly KeptOf[] =>
  sections.flatMap((section) => {
    const own = emergencyPlaces.filter(({ sectionId }) => sectionId === section.id);
    const counts = [...new Set(own.map(({ places }) => places))].sort((one, other) => other - one);
    return counts.map((places) => ({ section, places, lines: own.filter((each) => each.places === places) }));
  });

/** Of one section on one weekday, by the hour. */
export const keptOn = (terms: Terms, sectionId: string, weekday: number): readonly Kept[] =>
  terms.emergencyPlaces
    .filter((kept) => kept.sectionId === sectionId && kept.weekday === weekday)
    .sort((one, other) => one.from.localeCompare(other.from));

/** The same hours of several weekdays, as somebody writes them. */
export type KeptDraft = {
  readonly sectionId: string;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly places: string;
};

/** What is kept, to be written on: the weekdays of the same hours together. */
export const keptDrafts = ({ emergencyPlaces }: Terms): readonly KeptDraft[] => {
  const drafts = new Map<string, KeptDraft>();
  for (const { sectionId, weekday, from, to, places } of emergencyPlaces) {
    const key = [sectionId, from, to, places].join(' ');
    const draft = drafts.get(key) ?? {
      sectionId,
      weekdays: [],
      from: from.slice(0, 5),
      to: to.slice(0, 5),
      places: String(places),
    };
    drafts.set(key, { ...draft, weekdays: [...draft.weekdays, weekday].sort() });
  }
  return [...drafts.values()];
};

const WORKDAYS = [1, 2, 3, 4, 5];

export const newKept = (sectionId: string): KeptDraft => ({
  sectionId,
  weekdays: WORKDAYS,
  from: '08:30',
  to: '17:00',
  places: '1',
});

export const withWeekday = (draft: KeptDraft, weekday: number): KeptDraft => ({
  ...draft,
  weekdays: draft.weekdays.includes(weekday)
    ? draft.weekdays.filter((each) => each !== weekday)
    : [...draft.weekdays, weekday].sort(),
});

/** What is sent of it. */
export const keptLines = (drafts: readonly KeptDraft[]) =>
  drafts.flatMap(({ sectionId, weekdays, from, to, places }) =>
    weekdays.map((weekday) => ({ sectionId, weekday, from, to, places: Number(places) })),
  );

const COUNT = /^[1-9]\d{0,2}$/;

export type KeptLack = 'SECTION' | 'WEEKDAYS' | 'HOURS' | 'PLACES' | 'NOTHING';

/**
 * What the page itself sees missing; whether so many can be kept is for the graph to say. It stores nothing where the same is kept
 * then already, and that is no decision.
 */
export const lackOfKept = (drafts: readonly KeptDraft[], then: Terms): KeptLack | undefined => {
  if (drafts.some(({ sectionId }) => sectionId === '')) return 'SECTION';
  if (drafts.some(({ weekdays }) => weekdays.length === 0)) return 'WEEKDAYS';
  if (!drafts.every(isInOrder)) return 'HOURS';
  if (!drafts.every(({ places }) => COUNT.test(places.trim()))) return 'PLACES';
  return inWords(keptLines(drafts)) === inWords(then.emergencyPlaces) ? 'NOTHING' : undefined;
};
