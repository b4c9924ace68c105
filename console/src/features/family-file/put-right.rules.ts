export type Correction = {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly changes: readonly Change[];
};
type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** How a value is said, by its field: what no page has a word for is not shown. */
export type Sayers = Readonly<Record<string, (value: string) => string>>;

/** What a record said before: what it says now stands above it. */
export const saidBefore = ({ changes }: Correction, sayers: Sayers): readonly string[] =>
  changes.flatMap(({ field, before }) => {
    const say = sayers[field];
    const said = say && before !== null && before !== '' ? say(before) : '';
    return said === '' ? [] : [said];
  });

/** The word of a value, or the value where it has none: a newer agency may know one more. */
export const wordOf =
  (labels: Readonly<Record<string, string>>) =>
  (value: string): string =>
    labels[value] ?? value;

/** What was changed of a draft: what is as it was is not sent. */
export const changedOf = <Draft extends object>(draft: Draft, first: Draft): Partial<Draft> => {
  const changed: Partial<Draft> = {};
  for (const key of keysOf(draft)) if (draft[key] !== first[key]) changed[key] = draft[key];
  return changed;
};

const isKeyOf = <Of extends object>(of: Of, key: PropertyKey): key is keyof Of => key in of;
const keysOf = <Of extends object>(of: Of): (keyof Of)[] =>
  Object.keys(of).filter((key): key is Extract<keyof Of, string> => isKeyOf(of, key));

const RECENT_MS = 14 * 86_400_000;
type Done = { readonly doneAt: string | null };

/** Tasks ticked off of late, the last first: one that was ticked off by mistake is found among them. */
export const doneOfLate = <Task extends Done>(tasks: readonly Task[], now: number): readonly Task[] =>
  tasks
    .flatMap((task) => (task.doneAt === null ? [] : [{ task, at: Date.parse(task.doneAt) }]))
    .filter(({ at }) => now - at < RECENT_MS)
    .toSorted((one, other) => other.at - one.at)
    .map(({ task }) => task);

/** Whether it is of this person; of whom nothing is known it is nobody's. */
export const isOf = (author: { readonly sub: string } | null, sub: string | undefined): boolean =>
  sub !== undefined && author?.sub === sub;

type Sent = {
  readonly status: string;
  readonly sender: { readonly sub: string } | null;
};

/** Whoever sent a referral puts it right, or takes it back, while nobody has answered it. */
export const isOwnWaiting = ({ status, sender }: Sent, sub: string | undefined): boolean =>
  (status === 'SENT' || status === 'SEEN') && isOf(sender, sub);
