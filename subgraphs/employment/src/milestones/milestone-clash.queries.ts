import { instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { jobSeekerWithId } from '../job-seekers/job-seeker.queries.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import type { clashReasons } from './milestone.reasons.ts';
import type { Milestone } from './milestone.ts';
import { firstAfterEnd } from './milestone-clash.rules.ts';

type Placed = Pick<Milestone, 'id' | 'kind' | 'startsAt' | 'endsAt'>;
type Clash = Refused<Word<typeof clashReasons>>;

const OtherRow = rowOf({ startsAt: ['other.starts_at', instant] });

/** Those of the same person under any file, called off ones left out. */
const OVERLAPPED = `
  select ${OtherRow.columns}
  from job_seekers own
  join job_seekers file on file.adult_id = own.adult_id
  join milestones other on other.job_seeker_id = file.id
  where own.id = $1 and other.status <> 'CANCELLED' and other.id <> all($2::uuid[])
    and exists (select from unnest($3::timestamptz[], $4::timestamptz[]) as wanted (starts_at, ends_at)
      where other.starts_at < wanted.ends_at and wanted.starts_at < other.ends_at)
  order by other.starts_at limit 1`;

/** What somebody should be asked about who puts milestones there: that the file ends before, or that the person is elsewhere. */
export const clashOf = async (
  tx: Transaction,
  file: Pick<JobSeeker, 'id' | 'closedOn'>,
  milestones: readonly Placed[],
): Promise<Clash | null> => {
  const after = firstAfterEnd(file, milestones);
  const { closedOn } = file;
  if (after && closedOn) {
    return {
      refusal: 'AFTER_FILE_END',
      details: (language) => ({
        day: dayText(language, closedOn),
        when: momentText(language, after.startsAt),
      }),
    };
  }
  const times = [milestones.map(({ startsAt }) => startsAt), milestones.map(({ endsAt }) => endsAt)];
  const [other] = await rowsOf(tx, OtherRow, OVERLAPPED, [file.id, milestones.map(({ id }) => id), ...times]);
  if (!other) return null;
  return { refusal: 'OVERLAPS', details: (language) => ({ when: momentText(language, other.startsAt) }) };
};

/** The same of milestones that are there already, all of one job seeker. */
export const clashOfMoved = async (
  tx: Transaction,
  milestones: readonly (Placed & Pick<Milestone, 'jobSeekerId'>)[],
): Promise<Clash | null> => {
  const [first] = milestones;
  const file = first && (await jobSeekerWithId(tx, first.jobSeekerId));
  return file ? clashOf(tx, file, milestones) : null;
};
