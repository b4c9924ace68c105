import { CareOptionReason } from '../../care/place-explanations/place-reason.ts';
import { CareMiss, CareMissObstacle, CareOption, CareOptions } from './care-option.ts';
import type { Miss, RankedOption } from './care-options.rules.ts';
import type { FoundOptions } from './find-care-options.ts';

const optionOf = ({ need }: FoundOptions, option: RankedOption): CareOption => {
  const { section, stretch, isWholeTime, score, reasons } = option;
  return Object.assign(new CareOption(), {
    ...stretch,
    section,
    kind: need.kind,
    isWholeTime,
    score,
    reasons: reasons.map((reason) => Object.assign(new CareOptionReason(), reason)),
  });
};

export const missOf = ({ section, obstacles }: Miss): CareMiss =>
  Object.assign(new CareMiss(), {
    section,
    obstacles: obstacles.map((obstacle) => Object.assign(new CareMissObstacle(), obstacle)),
  });

/** The best options, as they are shown. */
export const shownOptions = (found: FoundOptions, first: number): CareOption[] =>
  found.options.slice(0, first).map((option) => optionOf(found, option));

export const shownMisses = (found: FoundOptions, first: number): CareMiss[] =>
  found.nearestMisses.slice(0, first).map(missOf);

export const shownCareOptions = (found: FoundOptions, first: number): CareOptions =>
  Object.assign(new CareOptions(), {
    startsAt: found.need.startsAt,
    endsAt: found.need.endsAt,
    options: shownOptions(found, first),
    nearestMisses: shownMisses(found, first),
  });
