import { DistrictsAndCentres1795400000001 } from '../migrations/0001-districts-and-centres.ts';
import { Families1795400000002 } from '../migrations/0002-families.ts';
import { Placements1795400000003 } from '../migrations/0003-placements.ts';
import { Bookings1795400000004 } from '../migrations/0004-bookings.ts';
import { BookingCapacity1795400000005 } from '../migrations/0005-booking-capacity.ts';
import { Booking } from './bookings/booking.ts';
import { Centre } from './centres/centre.ts';
import { Closure } from './centres/closure.ts';
import { Section } from './centres/section.ts';
import { District } from './districts/district.ts';
import { Adult } from './families/adult.ts';
import { Child } from './families/child.ts';
import { Family } from './families/family.ts';
import { Placement } from './placements/placement.ts';

export const entities = [Adult, Booking, Centre, Child, Closure, District, Family, Placement, Section];

export const migrations = [
  DistrictsAndCentres1795400000001,
  Families1795400000002,
  Placements1795400000003,
  Bookings1795400000004,
  BookingCapacity1795400000005,
];
