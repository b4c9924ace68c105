import { plural } from '../../messages/en-plural.ts';
import type { fr } from './split-words-fr.ts';

export const en: typeof fr = {
  split: 'Make two files of this one',
  lead: 'When a couple separates, or somebody moves out: one file becomes two, in the three agencies. What comes of it is seen before.',
  fled: 'If one of them fled from the other, whoever fled keeps this file: tick the other.',
  adults: 'Who leaves',
  children: 'The children who go with them',
  address: 'Where those who leave live from now on',
  street: 'Number and street',
  postalCode: 'Postal code',
  city: 'City',
  district: 'District',
  noDistrict: 'not known yet',
  household: 'Who brings up the children there',
  look: 'See both files',
  deed: 'Make two files',
  deedAnyway: 'Make two files all the same',
  lookAnyway: 'It is right, see both files',
  dont: 'Split nothing',
  would: 'If you split it',
  stays: (reference) => `This file, ${reference}`,
  leaves: 'The new file',
  placements: (count) => plural(count, 'placement', 'placements'),
  openCareRequests: (count) => plural(count, 'open request', 'open requests'),
  bookingsToCome: (count) => plural(count, 'booking to come', 'bookings to come'),
  bookingsForMilestones: (count) =>
    count > 1
      ? `${count} of them for a milestone: no longer given back by themselves when it is cancelled`
      : '1 of them for a milestone: no longer given back by itself when it is cancelled',
  careLeftToPay: (count) =>
    `${plural(count, 'past stay', 'past stays')} of the children who leave, still to be paid by this file`,
  whatStays:
    'What stays here: resources, notes, tasks and the support team. Benefits and job search of whoever leaves go along; you alone follow the new file at first. Objections and a protected address hold for both.',
  colon: ': ',
  done: 'Two files',
  next: 'Record the resources of the new file: without them it has no fee.',
  stayAddress:
    'If somebody fled, the address of this file is still the home they left: have it changed, and protected if need be.',
  slow: 'The new file has no reference here yet: look for it by name in a moment.',
  open: (reference) => `Open the new file, ${reference}`,
  lacks: {
    WHO_LEAVES: 'Say who leaves.',
    WHO_STAYS: 'One adult at least stays: if all leave, change the address.',
    ADDRESS: 'Say where those who leave live: street, postal code and city.',
  },
};
