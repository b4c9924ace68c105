import { Temporal } from 'temporal-polyfill';
import { walksOn } from '../../care/staff-present/adults-needed.rules.ts';
import { centreOn, isThereOn, placeOn } from '../../centres/centres/centre-terms.rules.ts';
import { isWholeDay } from '../../centres/centres/closed-time.rules.ts';
import { collectorsOf } from '../../families/families/collectors.rules.ts';
import type { CentreDayFacts } from './centre-day.queries.ts';
import {
  ageInMonths,
  isToBeCollected,
  isToBeReceived,
  occupancyDuring,
  openHalfHours,
} from './centre-day.rules.ts';
import { CentreDay, ExpectedChild, HalfHour, SectionDay } from './centre-day.ts';

const sectionDays = ({ centre, date, sections, stays }: CentreDayFacts): SectionDay[] => {
  const halfHours = openHalfHours(date, centreOn(centre, date).openingHours, sections[0]?.closures);
  const bookings = stays.map(({ booking }) => booking);
  return sections
    .filter(({ section }) => isThereOn(centre.terms, section.id, date))
    .map(({ section }) => {
      const place = placeOn({ centre, section }, date);
      return Object.assign(new SectionDay(), {
        section,
        halfHours: halfHours.map((halfHour) =>
          Object.assign(new HalfHour(), {
            ...halfHour,
            ...occupancyDuring(halfHour, { ...place, stays: bookings }),
          }),
        ),
      });
    });
};

const expectedChildren = ({ date, sections, stays, isReceiving }: CentreDayFacts): ExpectedChild[] => {
  const sectionsById = new Map(sections.map(({ section }) => [section.id, section]));
  return stays
    .filter(({ booking, isSeen }) => isToBeReceived(booking) && (isReceiving || isSeen))
    .map(({ booking, child: { birthDate, walksSince, ...child } }) =>
      Object.assign(new ExpectedChild(), {
        ageMonths: birthDate === null ? null : ageInMonths(Temporal.PlainDate.from(birthDate), date),
        walks: walksOn(walksSince === null ? null : Temporal.PlainDate.from(walksSince), date),
        booking,
        arrivedAt: booking.arrivedAt,
        leftAt: booking.leftAt,
        section: sectionsById.get(booking.sectionId),
        collectors: collectorsOf(child),
        ...child,
      }),
    );
};

/** The day of a centre as its staff read it. */
export const shownCentreDay = (facts: CentreDayFacts): CentreDay => {
  const closures = facts.sections[0]?.closures ?? [];
  const wholeDay = closures.find(isWholeDay);
  const arrivals = expectedChildren(facts);
  return Object.assign(new CentreDay(), {
    facts,
    date: facts.date,
    closureReason: wholeDay?.reason ?? null,
    partClosure: wholeDay ? null : (closures[0] ?? null),
    sections: sectionDays(facts),
    children: arrivals,
    arrivals,
    departures: arrivals
      .filter(({ booking }) => isToBeCollected(booking))
      .sort((one, other) => one.booking.endsAt.getTime() - other.booking.endsAt.getTime()),
  });
};
