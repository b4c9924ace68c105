import pg from 'pg';
import { type Attack, countingTally, inParallel, sendAboutFamilies } from '../attack.ts';

const LANES = 6;
const MOST = 2_000;

/** Whoever reads a note waits two seconds, as if there were millions: only statements about notes take too long. */
const SLOW = 'create policy slow on notes as restrictive for select using (pg_sleep(2) is null)';
const QUICK = 'drop policy slow on notes';

const TASKS = `query ($reference: String!) { family(reference: $reference) { notes(first: 20) { edges { node { text } } } } }`;

/** One person asks what takes too long, six times at once: the agency goes on answering all others. */
export const slowQuestions: Attack = {
  name: 'questions of one person that take too long',
  bounds: { p99Ratio: 3, lost: 0 },
  async run(target, isOver) {
    const { tally, count } = countingTally();
    const owner = new pg.Client({ connectionString: target.ownerUrls['social-protection'] });
    await owner.connect();
    await owner.query(SLOW);
    try {
      await inParallel(LANES, MOST, isOver, async () => {
        const variables = { reference: 'NAN-000001' };
        count(
          await sendAboutFamilies(target, target.tokens.caseworkers[0] ?? '', { query: TASKS, variables }),
        );
      });
    } finally {
      await owner.query(QUICK);
      await owner.end();
    }
    return tally;
  },
};
