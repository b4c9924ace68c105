import type { TestUser } from '@relais/platform/testing/test-users.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

/** Who records for which family, and who asks meanwhile. */
type Story = {
  readonly familyId: string;
  readonly adultId: string;
  readonly recorder: TestUser;
  readonly reader: TestUser;
};

type Objecting = {
  readonly objection: { readonly id: string; readonly version: number };
  readonly notYetTold: readonly string[];
};

const change = async (ask: Ask, door: string, input: object, as: TestUser): Promise<Objecting> => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) {
    answer: ${door}(input: $input) { objection { id version } notYetTold refusal { reason } } }`;
  const { data, errors } = await ask(document, { input }, as);
  if (errors.length > 0 || data.answer.refusal) throw new Error(JSON.stringify({ data, errors }));
  return data.answer;
};

/** How the family of a story objects to sharing its job search with the service point, and takes it back. */
export const objectingOver = (ask: Ask, { familyId, adultId, recorder }: Story) => ({
  object: (): Promise<Objecting> =>
    change(
      ask,
      'recordObjection',
      { familyId, category: 'JOB_SEARCH', agency: 'CARE', saidByAdultId: adultId },
      recorder,
    ),
  lift: ({ objection: { id: objectionId, version } }: Objecting): Promise<Objecting> =>
    change(ask, 'liftObjection', { objectionId, version, saidByAdultId: adultId, reason: 'Essai' }, recorder),
});

const MILESTONES = `query ($id: ID!) { familyById(id: $id) { milestones { edges { node { id } } } } }`;

/** Whether the reader is shown the milestones of the family. */
const isShown = async (ask: Ask, { familyId, reader }: Story): Promise<boolean> => {
  const { data } = await ask(MILESTONES, { id: familyId }, reader);
  return data.familyById.milestones !== null;
};

/** What every reader must find: `null` while a change is under way. */
type Truth = { isShared: boolean | null; changes: number };
type Reads = { right: number; readonly wrong: string[] };

const note = (reads: Reads, isRight: boolean, changes: number): void => {
  if (isRight) reads.right += 1;
  if (!isRight) reads.wrong.push(`after change ${changes}`);
};

const READERS = 3;
const READS_OF_EACH = 3;

/** What was answered stands until some have asked, however slow the machine is. */
const isReadOften = async ({ isShared }: Truth, reads: Reads): Promise<void> => {
  const enough = reads.right + READS_OF_EACH;
  while (isShared !== null && reads.wrong.length === 0 && reads.right < enough)
    await new Promise((resolve) => setTimeout(resolve, 5));
};

/** A family objects and takes it back while readers ask without a pause: what was read, and was not as was answered. */
export const objectMeanwhile = async (ask: Ask, story: Story, rounds: number): Promise<Reads> => {
  const { object, lift } = objectingOver(ask, story);
  const truth: Truth = { isShared: true, changes: 0 };
  const reads: Reads = { right: 0, wrong: [] };
  let isOver = false;
  const read = async (): Promise<void> => {
    while (!isOver) {
      const { isShared, changes } = truth;
      const found = await isShown(ask, story);
      if (isShared !== null && changes === truth.changes) note(reads, found === isShared, changes);
    }
  };
  const changed = async (isShared: boolean, work: () => Promise<Objecting>): Promise<Objecting> => {
    truth.isShared = null;
    truth.changes += 1;
    const answer = await work();
    truth.isShared = answer.notYetTold.length === 0 ? isShared : null;
    await isReadOften(truth, reads);
    return answer;
  };
  const readers = Array.from({ length: READERS }, read);
  for (let round = 0; round < rounds; round += 1) {
    const objected = await changed(false, object);
    await changed(true, () => lift(objected));
  }
  isOver = true;
  await Promise.all(readers);
  return reads;
};
