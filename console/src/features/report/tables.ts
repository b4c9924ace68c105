import type { ReportOfQuarterQuery } from '../../graph/asked/types.ts';
import { type Answer, type Known, known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import type { Owner } from '../../ui/absent.tsx';
import { type Row, rowOf, type Table } from './report.rules.ts';
import { reportWords } from './words.ts';

type Report = ReportOfQuarterQuery['impactReport'];
type Covered = NonNullable<Report['milestonesByCover']>[number];

/** A table as it is shown: what it counts, and whose figures they are. */
export type Part = Table & {
  readonly key: string;
  readonly what: string;
  readonly owner: Owner;
  /** Anything but known: an agency is away, or does not share it. */
  readonly absence: Exclude<Known<unknown>, { readonly is: 'known' }> | undefined;
};

const care = (key: string, title: string, what: string, rows: readonly Row[]): Part => ({
  key,
  title,
  what,
  rows,
  owner: 'care',
  absence: undefined,
});

const careParts = (report: Report): readonly Part[] => [
  care('served', reportWords.served, reportWords.servedWhat, [
    rowOf(reportWords.allServed, report.familiesServed),
    ...report.familiesByCareKind.map(({ kind, families }) => rowOf(labels.CareKind[kind], families)),
  ]),
  care('outcome', reportWords.outcome, reportWords.outcomeWhat, [
    rowOf(reportWords.outcomeRow, report.stabilisingOrPositiveOutcome),
  ]),
  care('emergency', reportWords.emergency, reportWords.emergencyWhat, [
    { name: reportWords.emergencyRow, numerator: report.emergencyCare.bookings },
  ]),
];

type Given = Pick<Part, 'key' | 'title' | 'what' | 'owner'>;

const partOf = <Value>(
  answer: Answer<ReportOfQuarterQuery>,
  field: keyof Report,
  value: Value | null,
  given: Given,
  rowsOf: (value: Value) => readonly Row[],
): Part => {
  const part = known(answer, ['impactReport', field], value);
  if (part.is !== 'known') return { ...given, rows: [], absence: part };
  return { ...given, rows: rowsOf(part.value), absence: undefined };
};

const jobSearch = (key: string, title: string, what: string): Given => ({
  key,
  title,
  what,
  owner: 'jobSearch',
});

const jobSearchParts = (answer: Answer<ReportOfQuarterQuery>): readonly Part[] => {
  const { milestonesByCover, returnsByKind, returnsFollowedUp } = answer.data.impactReport;
  const byCover = (given: Given, rowFor: (of: Covered) => Row) =>
    partOf(answer, 'milestonesByCover', milestonesByCover, given, (all) => all.map(rowFor));
  return [
    byCover(jobSearch('attended', reportWords.attended, reportWords.attendedWhat), ({ cover, attended }) =>
      rowOf(labels.ReportedCover[cover], attended),
    ),
    byCover(
      jobSearch('missed', reportWords.missed, reportWords.missedWhat),
      ({ cover, missedForLackOfChildcare }) => rowOf(labels.ReportedCover[cover], missedForLackOfChildcare),
    ),
    partOf(
      answer,
      'returnsByKind',
      returnsByKind,
      jobSearch('returns', reportWords.returns, reportWords.returnsWhat),
      (all) => all.map(({ kind, jobSeekers }) => rowOf(labels.ReturnKind[kind], jobSeekers)),
    ),
    partOf(
      answer,
      'returnsFollowedUp',
      returnsFollowedUp,
      jobSearch('followed', reportWords.followed, reportWords.followedWhat),
      (all) => all.map(({ point, stillThere }) => rowOf(labels.FollowUpPoint[point], stillThere)),
    ),
  ];
};

/** The tables of a report, those of an agency that is away said so. */
export const partsOf = (answer: Answer<ReportOfQuarterQuery>): readonly Part[] => {
  const report = answer.data.impactReport;
  return [
    ...careParts(report),
    ...jobSearchParts(answer),
    partOf(
      answer,
      'incomeSupportOnLastDay',
      report.incomeSupportOnLastDay,
      { key: 'income', title: reportWords.income, what: reportWords.incomeWhat, owner: 'benefits' },
      (share) => [rowOf(reportWords.incomeRow, share)],
    ),
  ];
};
