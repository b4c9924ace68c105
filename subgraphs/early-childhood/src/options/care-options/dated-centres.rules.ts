import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { type CentreTerms, type HoursInTerms, termsOn } from '../../centres/centres/centre-terms.rules.ts';
import type { CentreFacts } from './option-facts.ts';

const asIn = (centre: CentreFacts, terms: CentreTerms): CentreFacts => ({
  ...centre,
  openingHours: terms.openingHours,
  facilities: terms.facilities,
  careKinds: terms.careKinds,
  sections: centre.sections.flatMap((section) => {
    const held = terms.sections.find(({ id }) => id === section.id);
    return held ? [{ ...section, ...held }] : [];
  }),
});

const centreOn = (centre: CentreFacts, day: Temporal.PlainDate): CentreFacts => {
  const terms = termsOn(centre.terms ?? [], day);
  return terms ? asIn(centre, terms) : centre;
};

const isDated = ({ terms = [] }: CentreFacts): boolean => terms.length > 0;

/** Centres as they are on a day; nearly always nothing of them was ever changed. */
export const centresOn = (
  centres: readonly CentreFacts[],
  day: Temporal.PlainDate,
): readonly CentreFacts[] =>
  centres.some(isDated) ? centres.map((centre) => centreOn(centre, day)) : centres;

const commonHours = (one: HoursInTerms, other: HoursInTerms): HoursInTerms[] => {
  const [from] = [one.from, other.from].sort().slice(-1);
  const [to] = [one.to, other.to].sort();
  if (!from || !to || one.weekday !== other.weekday || from >= to) return [];
  return [{ weekday: one.weekday, from, to }];
};

/** What a centre is in both of two stretches of time. */
const inBoth = (one: CentreFacts, other: CentreFacts): CentreFacts => ({
  ...one,
  openingHours: one.openingHours.flatMap((hours) =>
    other.openingHours.flatMap((others) => commonHours(hours, others)),
  ),
  facilities: one.facilities.filter((facility) => other.facilities.includes(facility)),
  careKinds: one.careKinds.filter((kind) => other.careKinds.includes(kind)),
  sections: one.sections.flatMap((section) => {
    const same = other.sections.find(({ id }) => id === section.id);
    if (!same) return [];
    const minAgeMonths = Math.max(section.minAgeMonths, same.minAgeMonths);
    return [{ ...section, minAgeMonths, maxAgeMonths: Math.min(section.maxAgeMonths, same.maxAgeMonths) }];
  }),
});

const allThrough = (centre: CentreFacts, days: Days): CentreFacts => {
  const later = (centre.terms ?? [])
    .map(({ from }) => Temporal.PlainDate.from(from))
    .filter((from) => isBefore(days.startsOn, from) && !isBefore(days.endsOn, from));
  return [days.startsOn, ...later].map((day) => centreOn(centre, day)).reduce(inBoth);
};

/** Centres as they are all through some days: a place for a year must suit before a change and after it. */
export const centresAllThrough = (centres: readonly CentreFacts[], days: Days): readonly CentreFacts[] =>
  centres.some(isDated) ? centres.map((centre) => allThrough(centre, days)) : centres;
