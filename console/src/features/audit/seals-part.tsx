import { HowLogsAreSealed } from '../../graph/asked/how-logs-are-sealed.ts';
import type { HowLogsAreSealedQuery } from '../../graph/asked/types.ts';
import { type Answer, type Known, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import type { Log } from './audit.rules.ts';
import { isLate, isWrong, type Sealing, witnessesOf } from './seals.rules.ts';
import { auditWords } from './words.ts';

type Shown = Sealing & NonNullable<HowLogsAreSealedQuery['careLogSealing']>;
type All = Readonly<Record<Log, Known<Shown>>>;

const LOGS: readonly Log[] = ['care', 'jobSearch', 'benefits'];

const logsOf = (answer: Answer<HowLogsAreSealedQuery>): All => ({
  care: known(answer, ['careLogSealing'], answer.data.careLogSealing),
  jobSearch: known(answer, ['jobSearchLogSealing'], answer.data.jobSearchLogSealing),
  benefits: known(answer, ['benefitsLogSealing'], answer.data.benefitsLogSealing),
});

const moment = (at: string): string =>
  auditWords.moment(sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language), timeOf(at));

type SealedProps = {
  readonly log: Log;
  readonly sealing: Shown;
  readonly all: All;
  readonly askedAt: number;
};

const Sealed = ({ log, sealing, all, askedAt }: SealedProps) => {
  const { seals, newest, unsealedRows, unsealedSince, monthsLetGo } = sealing;
  const last = newest[0];
  return (
    <>
      <p>
        {last ? auditWords.sealedAt(seals, moment(last.sealedAt)) : auditWords.noSeal}{' '}
        {last ? <span className="faint figures">{last.head.slice(0, 16)}…</span> : null}
      </p>
      <p className={isLate(sealing, askedAt) ? 'wrong' : 'muted'}>
        {unsealedSince ? auditWords.waiting(unsealedRows, moment(unsealedSince)) : auditWords.noneWaits}
      </p>
      <ul>
        {witnessesOf(log, sealing, all, askedAt).map((witness) => (
          <li key={witness.keeper} className={isWrong(witness) ? 'wrong' : undefined}>
            {auditWords.verdicts[witness.verdict](auditWords.logs[witness.keeper])}{' '}
            {witness.kept ? (
              <span className="faint">
                {auditWords.keptUpTo(witness.kept.number, moment(witness.kept.toldAt))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {monthsLetGo.length > 0 ? <p className="faint">{auditWords.letGo(words.and(monthsLetGo))}</p> : null}
    </>
  );
};

/** How far each log is sealed, and whether what the two others keep of it agrees. */
export const SealsPart = () => {
  const { data: answer, error, isFetching, refetch } = useAnswer(HowLogsAreSealed, {});
  const all = answer && logsOf(answer);
  const askedAt = answer?.askedAt ?? 0;
  return (
    <section className="card audit-part" aria-labelledby="seals">
      <div className="spread">
        <h2 id="seals">{auditWords.show.seals}</h2>
        {answer ? <AsOf askedAt={answer.askedAt} isReading={isFetching} /> : null}
      </div>
      <p className="muted">{auditWords.sealsLead}</p>
      {all ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      {all
        ? LOGS.map((log) => {
            const part = all[log];
            return (
              <div key={log} className="stack">
                <h3>{auditWords.logOf(auditWords.logs[log])}</h3>
                {part.is === 'known' ? (
                  <Sealed log={log} sealing={part.value} all={all} askedAt={askedAt} />
                ) : (
                  <AbsentTag part={part} none={auditWords.notRead} />
                )}
              </div>
            );
          })
        : null}
      <p className="no-print">
        <button type="button" className="button dense" onClick={() => void refetch()}>
          {auditWords.readAgain}
        </button>
      </p>
      <p className="faint">{auditWords.sealed}</p>
    </section>
  );
};
