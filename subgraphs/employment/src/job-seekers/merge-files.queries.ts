import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { JobSeeker } from './job-seeker.ts';

/** All files of an adult in order of registration, held until commit. */
export const holdFilesOf = (tx: Transaction, adultId: string): Promise<JobSeeker[]> =>
  tx.find(JobSeeker, {
    where: { adultId },
    order: { registeredOn: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });

const TableRow = rowOf({ table: ['table_name', z.string()] });

/** Every table whose rows belong to a file, whoever added it. */
const OF_FILES = `
  select ${TableRow.columns} from information_schema.columns
  where table_schema = 'public' and data_type = 'uuid' and column_name = 'job_seeker_id' order by 1`;

export const moveContent = async (tx: Transaction, from: string, into: string): Promise<void> => {
  const tables = await rowsOf(tx, TableRow, OF_FILES);
  for (const { table } of tables) {
    await tx.query(`update "${table}" set job_seeker_id = $2 where job_seeker_id = $1`, [from, into]);
  }
};

/** An emptied file stays as a record of its days, with the adult who does not. */
export const putAside = async (
  tx: Transaction,
  id: string,
  adultId: string,
  today: string,
): Promise<void> => {
  await tx.query(
    `update job_seekers set adult_id = $2, version = version + 1,
       closing_reason = case when closed_on is null then 'OTHER' else closing_reason end,
       closed_on = coalesce(closed_on, greatest(registered_on, $3::date))
     where id = $1`,
    [id, adultId, today],
  );
};

/** Of two files of one person the one that stays is not left at the desk when the other has an advisor. */
export const giveAdvisor = async (tx: Transaction, id: string, advisorId: string | null): Promise<void> => {
  await tx.query(
    `update job_seekers set advisor_id = $2, desk_agency = null, desk_since = null
     where id = $1 and advisor_id is null and $2::text is not null`,
    [id, advisorId],
  );
};

export const giveFiles = async (tx: Transaction, ids: readonly string[], adultId: string): Promise<void> => {
  await tx.query('update job_seekers set adult_id = $2, version = version + 1 where id = any($1::uuid[])', [
    ids,
    adultId,
  ]);
};
