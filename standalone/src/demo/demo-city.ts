import type { Temporal } from 'temporal-polyfill';
import { calendarFrom } from './calendar.ts';
import type { CareDesk, DemoDistrict, Place } from './care-desk.ts';
import type { DemoChild } from './demo-family.ts';
import { idsOf } from './demo-ids.ts';
import type { LivingFamily } from './demo-life.ts';
import { addBenefits } from './make-benefits.ts';
import { addSchool, findPlace } from './make-care.ts';
import { addHistory } from './make-history.ts';
import { addJobSearch } from './make-job-search.ts';
import { makeLife } from './make-life.ts';
import { type Household, type Maker, makeChild, makeHousehold } from './make-people.ts';
import { addPlacement } from './make-placement.ts';
import { makeResidence } from './make-residence.ts';
import { randomOf, seedOf } from './random.ts';
import {
  type ChildKind,
  type CoverStatus,
  type Story,
  showcaseCovers,
  showcaseStory,
  stories,
} from './stories.ts';

export type CityPlan = {
  readonly seed: number;
  readonly today: Temporal.PlainDate;
  readonly districts: readonly DemoDistrict[];
  /** Gives these families' children their places; nobody it does not know of is in its centres. */
  readonly desk: CareDesk;
  /** Of the first and the last family, from 1; the number makes the reference and the ids. */
  readonly from: number;
  readonly to: number;
  /** What happened in the last quarter that is over is made up as well. */
  readonly hasHistory?: boolean;
};

export const SHOWCASE_NUMBER = 1;

export const referenceOf = (familyNumber: number): string => `NAN-${String(familyNumber).padStart(6, '0')}`;

const storyOf = (familyNumber: number): Story =>
  familyNumber === SHOWCASE_NUMBER
    ? showcaseStory
    : (stories[familyNumber % stories.length] ?? showcaseStory);

const coversOf = ({ random }: Maker, story: Story, familyNumber: number): readonly CoverStatus[] => {
  if (familyNumber === SHOWCASE_NUMBER) return showcaseCovers;
  const { cover } = story;
  return cover ? Array.from({ length: random.between(1, 3) }, () => cover) : [];
};

type City = CityPlan & { readonly calendar: Maker['calendar'] };

const makerOf = ({ seed, calendar }: City, familyNumber: number): Maker => ({
  random: randomOf(seedOf(seed, familyNumber)),
  calendar,
  newId: idsOf(seed, familyNumber),
});

const addChildren = (maker: Maker, household: Household, story: Story): void => {
  for (const kind of story.children) household.children.push(makeChild(maker, kind, household));
};

type Care = { readonly maker: Maker; readonly desk: CareDesk; readonly household: Household };

/** Toddlers mostly have a placement, pupils a school. */
const addCareOf = (
  { maker, desk, household }: Care,
  kind: ChildKind,
  child: DemoChild,
  isShowcase: boolean,
) => {
  const place = findPlace(maker, desk, household, child);
  const hasPlacement = isShowcase || maker.random.chance(0.7);
  if (place && kind === 'TODDLER' && hasPlacement) {
    addPlacement({ maker, desk, household }, child, place, isShowcase);
  }
  if (kind === 'PUPIL') addSchool(maker, household, child);
  return place;
};

/** Where each child can be booked; a child with two homes is left to its parents. */
const addCare = (care: Care, story: Story): Map<string, Place> => {
  const places = new Map<string, Place>();
  if (story.shared) return places;
  for (const [index, kind] of story.children.entries()) {
    const child = care.household.children[index];
    const place = child && addCareOf(care, kind, child, story === showcaseStory);
    if (child && place) places.set(child.id, place);
  }
  return places;
};

/** Chance and ids of its own, so that what a family has does not depend on what is told of it. */
const LIVES = 60_000_000;

const finish = (
  city: City,
  { lastName: _lastName, ...family }: Household,
  familyNumber: number,
): LivingFamily => {
  const { seed, calendar, desk } = city;
  const random = randomOf(seedOf(seed, familyNumber, LIVES));
  const maker = { random, calendar, newId: idsOf(seed, LIVES + familyNumber) };
  return { ...family, ...makeLife(maker, family, desk, familyNumber) };
};

const makeFamily = (city: City, story: Story, familyNumber: number): Household => {
  const maker = makerOf(city, familyNumber);
  const household = makeHousehold(maker, referenceOf(familyNumber), maker.random.pick(city.districts));
  addChildren(maker, household, story);
  const places = addCare({ maker, desk: city.desk, household }, story);
  addBenefits(maker, household, familyNumber === SHOWCASE_NUMBER);
  const covers = story.shared ? [] : coversOf(maker, story, familyNumber);
  if (story.shared) return household;
  addJobSearch({ maker, desk: city.desk, household, places }, covers, familyNumber);
  // By chances and ids of its own, so that a city is otherwise the same with and without a history.
  const historian = makerOf({ ...city, seed: city.seed + 2 }, familyNumber);
  if (city.hasHistory) addHistory({ maker: historian, desk: city.desk, household, places });
  return household;
};

/** The first child of one family lives with the other family too. */
const shareChild = (
  city: City,
  story: Story,
  one: Household,
  other: Household,
  familyNumber: number,
): void => {
  const child = one.children[0];
  if (!child) return;
  const maker = { ...makerOf(city, familyNumber), newId: idsOf(city.seed + 1, familyNumber) };
  const isDated = story.shared === 'WITH_CALENDAR';
  const residence = isDated ? makeResidence(maker, [one.id, other.id]) : { rule: null, periods: [] };
  one.shared.push({ childId: child.id, otherFamilyId: other.id, ...residence });
  for (const household of [one, other]) {
    const shared = [{ childId: child.id, otherFamilyId: '', ...residence }];
    const children = [child];
    // Milestones of either family look at the child from there, though only the first has it on file.
    const view = { ...household, children, shared };
    const world = { maker, desk: city.desk, household: view, places: new Map<string, Place>() };
    addJobSearch(world, coversOf(maker, story, familyNumber), familyNumber);
  }
};

/** Two families when a child has two homes, else one. */
const makeStory = (city: City, familyNumber: number): Household[] => {
  const story = storyOf(familyNumber);
  const isWithoutPartner = familyNumber === city.to;
  if (!story.shared || isWithoutPartner) return [makeFamily(city, story, familyNumber)];
  const one = makeFamily(city, story, familyNumber);
  const other = makeFamily(city, { children: [], shared: story.shared }, familyNumber + 1);
  shareChild(city, story, one, other, familyNumber);
  return [one, other];
};

/** Invents families from a seed: the same seed and day give the same city. */
export function* demoFamilies(plan: CityPlan): Generator<LivingFamily> {
  const city = { ...plan, calendar: calendarFrom(plan.today) };
  for (let familyNumber = plan.from; familyNumber <= plan.to; ) {
    const households = makeStory(city, familyNumber);
    for (const [index, household] of households.entries())
      yield finish(city, household, familyNumber + index);
    familyNumber += households.length;
  }
}
