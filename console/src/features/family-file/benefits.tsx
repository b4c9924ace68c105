import { known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { followsFamilies } from '../../shell/places.rules.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AbsentBlock, AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { BenefitButton, ResourcesButton } from './benefit-forms.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { euros } from './money.ts';
import { mayWriteIn } from './support.rules.ts';
import { MistakenButton } from './take-benefit-off.tsx';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

type Entitlement = NonNullable<Family['entitlements']>[number];

const day = (of: string) => sayDay(of, 'date', language);

/** What it was before: the state that runs is in the line itself. */
const HistoryRows = ({ entitlement }: { readonly entitlement: Entitlement }) =>
  entitlement.history.map((state) => (
    <tr key={state.id} className="past">
      <td className="small muted">{state.reasonLabel}</td>
      <td className="small">{labels.EntitlementStatus[state.state]}</td>
      <td className="small figures">
        {state.monthlyAmountCents === null ? '' : euros(state.monthlyAmountCents)}
      </td>
      <td className="small figures">
        {day(state.from)} – {state.to ? day(state.to) : fileWords.ongoing}
      </td>
    </tr>
  ));

const STEADY = new Set(['OPEN', 'PENDING']);

type Writing = { readonly family: Family; readonly mayWrite: boolean };

const EntitlementRow = ({
  entitlement,
  family,
  mayWrite,
}: Writing & { readonly entitlement: Entitlement }) => {
  const { scheme, state, monthlyAmountCents, since, adult } = entitlement;
  return (
    <tr id={`about-${entitlement.id}`} tabIndex={-1}>
      <th scope="row">
        {labels.Scheme[scheme]} {adult?.firstName ? <span className="muted">· {adult.firstName}</span> : null}
        {mayWrite ? (
          <div>
            <BenefitButton family={family} entitlement={entitlement} />
          </div>
        ) : null}
      </th>
      <td className={STEADY.has(state) ? '' : 'wrong'}>{labels.EntitlementStatus[state]}</td>
      <td className="figures strong">{monthlyAmountCents === null ? '' : euros(monthlyAmountCents)}</td>
      <td className="small muted figures">{fileWords.since(day(since))}</td>
    </tr>
  );
};

type TableProps = Writing & { readonly entitlements: readonly Entitlement[] };

const Table = ({ entitlements, ...writing }: TableProps) => (
  <table className="benefits-table">
    <caption className="unseen">{fileWords.benefits}</caption>
    <thead className="unseen">
      <tr>
        <th scope="col">{fileWords.table.scheme}</th>
        <th scope="col">{fileWords.table.state}</th>
        <th scope="col">{fileWords.table.amount}</th>
        <th scope="col">{fileWords.table.from}</th>
      </tr>
    </thead>
    <tbody>
      {entitlements.map((entitlement) => (
        <EntitlementRow key={entitlement.id} entitlement={entitlement} {...writing} />
      ))}
    </tbody>
  </table>
);

const History = ({ entitlements, family, mayWrite }: TableProps) => {
  const person = useWriter();
  const told = entitlements.filter(({ history }) => history.length > 0);
  if (told.length === 0) return null;
  return (
    <details className="part-body history">
      <summary>{fileWords.history}</summary>
      {told.map((entitlement) => (
        <div key={entitlement.id}>
          <table className="benefits-table">
            <caption className="small strong">
              {labels.Scheme[entitlement.scheme]}
              {entitlement.adult?.firstName ? ` · ${entitlement.adult.firstName}` : ''}
            </caption>
            <thead className="unseen">
              <tr>
                <th scope="col">{fileWords.table.scheme}</th>
                <th scope="col">{fileWords.table.state}</th>
                <th scope="col">{fileWords.table.amount}</th>
                <th scope="col">
                  {fileWords.table.from} – {fileWords.table.to}
                </th>
              </tr>
            </thead>
            <tbody>
              <HistoryRows entitlement={entitlement} />
            </tbody>
          </table>
          {mayWrite && mayWriteIn(family.supportTeam ?? [], person) ? (
            <MistakenButton family={family} entitlement={entitlement} />
          ) : null}
        </div>
      ))}
    </details>
  );
};

const Status = ({ family }: Pick<PartProps, 'family'>) => {
  const { benefitsStatus: status } = family;
  if (!status) return null;
  return (
    <p className="part-body row">
      <span className={`tag income-${status.incomeSupport}`}>
        {labels.IncomeSupport[status.incomeSupport]}
      </span>
      {status.since ? <span className="muted">{fileWords.since(day(status.since))}</span> : null}
      {status.conflictingSchemes.length > 0 ? (
        <span className="wrong">
          {fileWords.conflict} : {words.and(status.conflictingSchemes.map((each) => labels.Scheme[each]))}
        </span>
      ) : null}
    </p>
  );
};

const Fee = ({ answer, family }: Pick<PartProps, 'answer' | 'family'>) => {
  const fee = known(answer, ['family', 'hourlyFee'], family.hourlyFee);
  if (fee.is === 'none') return null;
  return (
    <p className="part-body">
      <b>{fileWords.fee} : </b>
      {fee.is === 'known' ? (
        <>
          {fee.value.cents === null ? null : <b>{fileWords.feeLine(euros(fee.value.cents))} </b>}
          <span className="muted">{fee.value.message ?? labels.HourlyFeeReason[fee.value.reason]}</span>
        </>
      ) : (
        <AbsentTag part={fee} none="" />
      )}
    </p>
  );
};

export const Benefits = ({ answer, family, onAgain }: PartProps) => {
  const entitlements = known(answer, ['family', 'entitlements'], family.entitlements);
  const freshness = family.benefitsStatus?.freshness;
  const person = useWriter();
  const isThere = entitlements.is === 'known' || entitlements.is === 'none';
  const mayWrite = person !== undefined && followsFamilies(person.role) && isThere;
  return (
    <section className="card part of-benefits" aria-labelledby="benefits">
      <div className="part-head">
        <h2 id="benefits">{fileWords.benefits}</h2>
        {freshness ? <span className="faint">{fileWords.source(day(dayOf(freshness)))}</span> : null}
      </div>
      <Status family={family} />
      {entitlements.is === 'known' ? (
        <>
          <Table entitlements={entitlements.value} family={family} mayWrite={mayWrite} />
          <History entitlements={entitlements.value} family={family} mayWrite={mayWrite} />
        </>
      ) : (
        <div className="part-body">
          <AbsentBlock
            part={entitlements}
            none={fileWords.noEntitlement}
            owner="benefits"
            onAgain={onAgain}
          />
        </div>
      )}
      <PartialNote part={entitlements} />
      {mayWrite ? (
        <p className="part-body row no-print">
          <BenefitButton family={family} entitlement={undefined} />
          <ResourcesButton family={family} />
        </p>
      ) : null}
      {entitlements.is === 'away' ? null : <Fee answer={answer} family={family} />}
    </section>
  );
};
