import { ReportOfQuarter } from '../../graph/asked/report-of-quarter.ts';
import type { ReportOfQuarterQuery } from '../../graph/asked/types.ts';
import type { Answer } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import type { ReportSearch } from '../../searches.rules.ts';
import { dayOf, duration, sayDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { DistrictField } from '../../ui/district-field.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import {
  csvOf,
  type Figure,
  numberOf,
  percentOf,
  type Quarter,
  quartersBefore,
  type Row,
  slugOf,
} from './report.rules.ts';
import { type Part, partsOf } from './tables.ts';
import { reportWords } from './words.ts';
import './report.css';

type Props = { readonly search: ReportSearch; readonly onSearch: (search: ReportSearch) => void };

type Report = ReportOfQuarterQuery['impactReport'];

const QUARTERS = 8;
const figures = new Intl.NumberFormat(language);
const percents = new Intl.NumberFormat(language, { maximumFractionDigits: 0, style: 'percent' });
const day = (of: string) => sayDay(of, 'date', language);

const Filters = ({
  search,
  onSearch,
  quarters,
  quarter,
}: Props & { readonly quarters: readonly Quarter[]; readonly quarter: Quarter | undefined }) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{reportWords.choose}</legend>
    <label className="find-name">
      <span className="unseen">{reportWords.choose}</span>
      <select
        className="input"
        value={quarter?.from ?? ''}
        onChange={({ target }) => onSearch({ ...search, from: target.value })}
      >
        {quarters.map((each) => (
          <option key={each.from} value={each.from}>
            {reportWords.quarter(numberOf(each), each.from.slice(0, 4))}
          </option>
        ))}
      </select>
    </label>
    <DistrictField value={search.district} onChange={(district) => onSearch({ ...search, district })} />
  </fieldset>
);

const FigureCell = ({ figure }: { readonly figure: Figure | undefined }) => (
  <td className="figures">
    {figure?.isWithheld ? <span className="faint">{reportWords.withheld}</span> : null}
    {figure && figure.value !== null ? figures.format(figure.value) : null}
    {figure && figure.correctedSince !== null && figure.correctedSince !== figure.value ? (
      <span className="faint"> ({reportWords.today(figure.correctedSince)})</span>
    ) : null}
  </td>
);

const Line = ({ row }: { readonly row: Row }) => {
  const percent = percentOf(row);
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <FigureCell figure={row.numerator} />
      <FigureCell figure={row.denominator} />
      <td className="report-share">
        {percent === undefined ? null : (
          <span className="row">
            <span className="report-bar" aria-hidden="true">
              <span style={{ width: `${percent}%` }} />
            </span>
            <span className="figures">{percents.format(percent / 100)}</span>
          </span>
        )}
      </td>
    </tr>
  );
};

const TableOf = ({ part }: { readonly part: Part }) => (
  <div className="report-scroll">
    <table className="report-table">
      <caption className="unseen">{part.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{reportWords.heads.row}</span>
          </th>
          <th scope="col">{reportWords.heads.numerator}</th>
          <th scope="col">{reportWords.heads.denominator}</th>
          <th scope="col">{reportWords.heads.share}</th>
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => (
          <Line key={row.name} row={row} />
        ))}
      </tbody>
    </table>
  </div>
);

type PartProps = { readonly part: Part; readonly notice: string | undefined; readonly onAgain: () => void };

const ReportPart = ({ part, notice, onAgain }: PartProps) => (
  <section className="card report-part" aria-labelledby={part.key}>
    <h2 id={part.key}>{part.title}</h2>
    <p className="small muted">{part.what}</p>
    {part.absence ? (
      <AbsentBlock part={part.absence} none={reportWords.noRow} owner={part.owner} onAgain={onAgain} />
    ) : (
      <TableOf part={part} />
    )}
    {notice ? <p className="small">{notice}</p> : null}
  </section>
);

const absentWords = {
  away: words.absent.away,
  'not-shared': words.absent.notShared,
  none: reportWords.noRow,
};

const stateOf = ({ isProvisional, closesOn, careFiguresClosed }: Report): string => {
  if (isProvisional) return reportWords.provisional(day(closesOn));
  const closedAt = careFiguresClosed?.closedAt;
  return reportWords.closed(day(closedAt ? dayOf(closedAt) : closesOn));
};

const aboutOf = ({ data: { impactReport: report }, askedAt }: Answer<ReportOfQuarterQuery>) => {
  const { about } = reportWords;
  const where = report.district?.name ?? words.everywhere;
  return [
    [about.quarter, reportWords.quarter(numberOf(report), report.from.slice(0, 4))],
    [about.where, reportWords.lead(day(report.from), day(report.to), where)],
    [about.state, stateOf(report)],
    [about.readAt, `${day(dayOf(askedAt))}, ${timeOf(askedAt)}`],
  ] as const;
};

const save = (answer: Answer<ReportOfQuarterQuery>, parts: readonly Part[]): void => {
  const { from, district } = answer.data.impactReport;
  const tables = parts.map((part) => ({ ...part, absent: part.absence && absentWords[part.absence.is] }));
  const heads = { ...reportWords.heads, withheld: reportWords.withheld };
  const text = csvOf(aboutOf(answer), tables, heads);
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' })),
    download: reportWords.file(from, slugOf(district?.name ?? '')),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
};

type ShownProps = { readonly answer: Answer<ReportOfQuarterQuery>; readonly onAgain: () => void };

const Shown = ({ answer, onAgain }: ShownProps) => {
  const report = answer.data.impactReport;
  const parts = partsOf(answer);
  const { medianNoticeMinutes } = report.emergencyCare;
  const notice = medianNoticeMinutes === null ? undefined : reportWords.notice(duration(medianNoticeMinutes));
  return (
    <>
      <div className="spread">
        <p className={report.isProvisional ? 'strong' : 'muted'}>{stateOf(report)}</p>
        <div className="row no-print">
          <button type="button" className="button dense" onClick={() => save(answer, parts)}>
            {reportWords.csv}
          </button>
          <button type="button" className="button dense" onClick={() => print()}>
            {reportWords.print}
          </button>
        </div>
      </div>
      <div className="report">
        {parts.map((part) => (
          <ReportPart
            key={part.key}
            part={part}
            notice={part.key === 'emergency' ? notice : undefined}
            onAgain={onAgain}
          />
        ))}
      </div>
      <p className="small muted">{reportWords.withheldWhy}</p>
    </>
  );
};

/** What the practice did in a quarter: each figure with what it is a part of, and what is withheld said so. */
export const ReportPage = ({ search, onSearch }: Props) => {
  const quarters = quartersBefore(dayOf(Date.now()), QUARTERS);
  const quarter = quarters.find(({ from }) => from === search.from) ?? quarters[0];
  const variables = {
    from: quarter?.from ?? '',
    to: quarter?.to ?? '',
    ...(search.district && { districtId: search.district }),
  };
  const asked = useAnswer(ReportOfQuarter, variables);
  const { data: answer, error, isFetching, refetch } = asked;
  const onAgain = () => void refetch();
  return (
    <div className="page">
      <div>
        <h1>
          {reportWords.title}
          {quarter ? `, ${reportWords.quarter(numberOf(quarter), quarter.from.slice(0, 4))}` : ''}
        </h1>
        <p className="muted">
          {quarter
            ? reportWords.lead(
                day(quarter.from),
                day(quarter.to),
                answer?.data.impactReport.district?.name ?? words.everywhere,
              )
            : ''}
          {answer ? (
            <>
              {' · '}
              <AsOf askedAt={answer.askedAt} isReading={isFetching} />
            </>
          ) : null}
        </p>
      </div>
      <Filters search={search} onSearch={onSearch} quarters={quarters} quarter={quarter} />
      {answer ? <Shown answer={answer} onAgain={onAgain} /> : <NotRead error={error} onAgain={onAgain} />}
    </div>
  );
};
