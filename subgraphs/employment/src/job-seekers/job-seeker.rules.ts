import { Temporal } from 'temporal-polyfill';
import type { JobSeeker, JobSeekerStatus } from './job-seeker.ts';

type Registration = Pick<JobSeeker, 'registeredOn' | 'closedOn'>;

/** The ROME directory: a letter for the field of work, two digits for the area, two for the trade. */
const ROME_CODE = /^[A-N][0-9]{4}$/;

/** The employment service began with ordonnance 67-578. */
const FIRST_REGISTRATION = Temporal.PlainDate.from('1967-07-13');

export const statusOn = (
  { closedOn }: Pick<Registration, 'closedOn'>,
  day: Temporal.PlainDate,
): JobSeekerStatus => (closedOn && Temporal.PlainDate.compare(closedOn, day) <= 0 ? 'CLOSED' : 'OPEN');

export type FileProblem =
  | 'CATEGORY_OUT_OF_RANGE'
  | 'MALFORMED_ROME_CODE'
  | 'REGISTERED_TOO_EARLY'
  | 'REGISTERED_IN_THE_FUTURE';

export const fileProblem = (
  file: Pick<JobSeeker, 'category' | 'romeCode' | 'registeredOn'>,
  today: Temporal.PlainDate,
): FileProblem | null => {
  if (file.category < 1 || file.category > 10) return 'CATEGORY_OUT_OF_RANGE';
  if (file.romeCode !== null && !ROME_CODE.test(file.romeCode)) return 'MALFORMED_ROME_CODE';
  if (Temporal.PlainDate.compare(file.registeredOn, FIRST_REGISTRATION) < 0) return 'REGISTERED_TOO_EARLY';
  if (Temporal.PlainDate.compare(file.registeredOn, today) > 0) return 'REGISTERED_IN_THE_FUTURE';
  return null;
};

type FileContent = Pick<
  JobSeeker,
  'adultId' | 'category' | 'statisticalCategory' | 'romeCode' | 'advisorId' | 'registeredOn'
>;

/** The same request sent again asks for the same record; anything else under its id is a conflict. */
export const isSameFile = (a: FileContent, b: FileContent): boolean =>
  a.adultId === b.adultId &&
  a.category === b.category &&
  a.statisticalCategory === b.statisticalCategory &&
  a.romeCode === b.romeCode &&
  a.advisorId === b.advisorId &&
  a.registeredOn.equals(b.registeredOn);
