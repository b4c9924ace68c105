import { RulesOfCity } from '../../graph/asked/rules-of-city.ts';
import type { RulesOfCityQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { changesOf, decidedUpon, lastVersion, standing, toCome, withdrawable } from './city.rules.ts';
import { DecideForm } from './decide-form.tsx';
import { KeptOfCity } from './kept-of-city.tsx';
import { ChangesList, SettingsShown } from './settings-shown.tsx';
import { TakeBackForm } from './take-back-form.tsx';
import { cityWords } from './words.ts';

type Decision = RulesOfCityQuery['citySettings'];
type OfCity = { readonly of: RulesOfCityQuery; readonly mayDecide: boolean };

const day = (of: string | null) => (of ? sayDay(of, 'date', language) : '');

const saidBy = ({ saidBy: by, saidAt }: Decision): string =>
  by && saidAt ? cityWords.saidBy(by, day(dayOf(saidAt))) : '';

const heldByNobody = (isDecided: boolean): string => (isDecided ? cityWords.notYet : cityWords.usual);

const Holds = ({ of: { citySettings: held, citySettingsHistory: all } }: OfCity) => (
  <section className="card city-part" aria-labelledby="city-holds">
    <h2 id="city-holds">{cityWords.holds}</h2>
    <p className="muted">
      {held.from
        ? [cityWords.since(day(held.from)), held.reason].filter(Boolean).join(' · ')
        : heldByNobody(all.length > 0)}
    </p>
    <SettingsShown settings={held} />
  </section>
);

const ToCome = ({ of: { citySettingsHistory: all, usual }, mayDecide }: OfCity) => {
  const open = useDialog();
  const today = dayOf(Date.now());
  const last = withdrawable(all, today);
  const decided = toCome(all, today);
  if (decided.length === 0) return null;
  return (
    <section className="card city-part" aria-labelledby="city-to-come">
      <h2 id="city-to-come">{cityWords.toCome}</h2>
      {decided.map((decision) => (
        <div key={decision.version} className="stack">
          <div className="spread">
            <p>
              <b>{cityWords.from(day(decision.from))}</b> <span className="muted">· {decision.reason}</span>
            </p>
            {mayDecide && decision === last ? (
              <button
                type="button"
                className="button dense no-print"
                onClick={() =>
                  open((close) => <TakeBackForm of={decision} version={lastVersion(all)} onClose={close} />)
                }
              >
                {cityWords.takeBack}
              </button>
            ) : null}
          </div>
          <ChangesList changes={changesOf(decidedUpon(decision, all, usual), decision)} />
          <details>
            <summary>{cityWords.whole}</summary>
            <SettingsShown settings={decision} />
          </details>
        </div>
      ))}
    </section>
  );
};

type LineProps = { readonly decision: Decision; readonly of: RulesOfCityQuery };

const HistoryLine = ({ decision, of: { citySettingsHistory: all, usual } }: LineProps) => {
  const isTaken = decision.withdraws === null && !standing(all).includes(decision);
  const title = decision.withdraws === null ? cityWords.from : cityWords.withdrew;
  return (
    <li className="stack">
      <div>
        <p>
          <b>{title(day(decision.from))}</b>{' '}
          {isTaken ? <span className="tag late">{cityWords.withdrawn}</span> : null}
        </p>
        <p className="small muted">{[decision.reason, saidBy(decision)].filter(Boolean).join(' · ')}</p>
      </div>
      {decision.withdraws === null ? (
        <>
          <ChangesList changes={changesOf(decidedUpon(decision, all, usual), decision)} />
          <details>
            <summary className="small">{cityWords.thenAll}</summary>
            <SettingsShown settings={decision} />
          </details>
        </>
      ) : null}
    </li>
  );
};

const History = ({ of }: { readonly of: RulesOfCityQuery }) => (
  <section className="card city-history" aria-labelledby="city-history">
    <h2 id="city-history" className="list-title">
      {cityWords.history}
    </h2>
    {of.citySettingsHistory.length === 0 ? (
      <p className="list-title muted">{cityWords.noHistory}</p>
    ) : (
      <ul>
        {of.citySettingsHistory.map((decision) => (
          <HistoryLine key={decision.version} decision={decision} of={of} />
        ))}
      </ul>
    )}
  </section>
);

/** What the council voted for all families, with its days; an administrator of the service point decides it. */
export const CityPage = () => {
  const person = usePerson();
  const open = useDialog();
  const { data: answer, error, isFetching, refetch } = useAnswer(RulesOfCity, {});
  const isPoint = person?.role === 'CARE_COORDINATOR';
  const of = answer?.data;
  const mayDecide = isPoint && of?.me?.isAdministrator === true;
  return (
    <div className="page">
      <div className="spread">
        <div>
          <h1>{cityWords.title}</h1>
          <p className="muted">
            {cityWords.lead} {answer ? <AsOf askedAt={answer.askedAt} isReading={isFetching} /> : null}
          </p>
        </div>
        {of && mayDecide ? (
          <button
            type="button"
            className="button no-print"
            onClick={() => open((close) => <DecideForm rules={of} onClose={close} />)}
          >
            {cityWords.decide}
          </button>
        ) : null}
      </div>
      {of ? (
        <>
          <Holds of={of} mayDecide={mayDecide} />
          <ToCome of={of} mayDecide={mayDecide} />
          <KeptOfCity centres={of.centres} mayDecide={isPoint} />
          <History of={of} />
        </>
      ) : (
        <NotRead error={error} onAgain={() => void refetch()} />
      )}
    </div>
  );
};
