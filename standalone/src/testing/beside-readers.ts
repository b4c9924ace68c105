/** What every reader must find: `null` while a change is under way. */
type Truth = { isShown: boolean | null; changes: number };
export type Reads = { right: number; readonly wrong: string[] };
type Changed = { readonly notYetTold: readonly string[] };

/** How a change takes something from a reader, and how another gives it back. */
export type Turns<Hidden extends Changed> = {
  /** Neither, while a change is under way: a part of it. */
  readonly isShown: () => Promise<boolean | 'IN_PART'>;
  readonly hide: () => Promise<Hidden>;
  readonly show: (hidden: Hidden) => Promise<Changed>;
};

const note = (reads: Reads, isRight: boolean, changes: number): void => {
  if (isRight) reads.right += 1;
  if (!isRight) reads.wrong.push(`after change ${changes}`);
};

const READERS = 3;
const READS_OF_EACH = 3;

/** What was answered stands until some have asked, however slow the machine is. */
const isReadOften = async ({ isShown }: Truth, reads: Reads): Promise<void> => {
  const enough = reads.right + READS_OF_EACH;
  while (isShown !== null && reads.wrong.length === 0 && reads.right < enough)
    await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Something is hidden and shown again while readers ask without a pause: what was read, and was not as was answered. */
export const besideReaders = async <Hidden extends Changed>(
  { isShown, hide, show }: Turns<Hidden>,
  rounds: number,
): Promise<Reads> => {
  const truth: Truth = { isShown: true, changes: 0 };
  const reads: Reads = { right: 0, wrong: [] };
  let isOver = false;
  const read = async (): Promise<void> => {
    while (!isOver) {
      const { isShown: expected, changes } = truth;
      const found = await isShown();
      if (expected !== null && changes === truth.changes) note(reads, found === expected, changes);
    }
  };
  const changed = async <Answer extends Changed>(
    becomes: boolean,
    work: () => Promise<Answer>,
  ): Promise<Answer> => {
    truth.isShown = null;
    truth.changes += 1;
    const answer = await work();
    truth.isShown = answer.notYetTold.length === 0 ? becomes : null;
    await isReadOften(truth, reads);
    return answer;
  };
  const readers = Array.from({ length: READERS }, read);
  for (let round = 0; round < rounds; round += 1) {
    const hidden = await changed(false, hide);
    await changed(true, () => show(hidden));
  }
  isOver = true;
  await Promise.all(readers);
  return reads;
};
