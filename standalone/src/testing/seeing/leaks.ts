import { AMOUNTS } from './canaries.ts';
import type { Ids } from './family-with-canaries.ts';
import type { WrittenRow } from './written-tables.ts';

/** What in an answer shows that a column of the table was read. */
export const marksOf = (ids: Ids, column: string): string[] => {
  const idOf = (name: string): string => ids.get(name) ?? '';
  const marks: Readonly<Record<string, string[]>> = {
    exists: [idOf('familyId'), 'NAN-900001'],
    cover: ['"cover":{"status"'],
    times: [idOf('milestoneId')],
    team: ['CANARY-team', idOf('memberId'), idOf('objectionId'), idOf('informationGivenId')],
    referrals: [idOf('referralId')],
  };
  return marks[column] ?? [`CANARY-${column}`];
};

/** Cursors say what a list is sorted by: as a reader would open them. */
const opened = (text: string): string =>
  text.replaceAll(/"([\w-]{8,})"/g, (written, cursor: string) => {
    const inside = Buffer.from(cursor, 'base64url').toString('utf8');
    return inside.startsWith('[') ? `${written} ${inside}` : written;
  });

/** Amounts as they are, and as a sentence tells them: 77 001,01 €. */
const amountsOf = (column: string): string[] => {
  const amounts: Readonly<Record<string, readonly string[]>> = AMOUNTS;
  return (amounts[column] ?? []).flatMap((amount) => [
    amount,
    ...[',', '.'].map((point) => `${amount.slice(0, -2)}${point}${amount.slice(-2)}`),
  ]);
};
const withoutGaps = (text: string): string => text.replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '');

/** Whoever is told what childcare covers is told the names of the children who need it. */
const isWithheld = (may: WrittenRow['may'], column: string): boolean =>
  !may.get(column) && !(column === 'details' && may.get('cover'));

/** What the table withholds from this reader and the answer tells all the same. */
export const leaked = (ids: Ids, { may }: Pick<WrittenRow, 'may'>, text: string): string[] => {
  const seen = withoutGaps(opened(text));
  return [...may.keys()]
    .filter((column) => isWithheld(may, column))
    .flatMap((column) => [...marksOf(ids, column), ...amountsOf(column)])
    .filter((mark) => seen.includes(mark));
};
