import { OneWhoWaits } from '../../graph/asked/one-who-waits.ts';
import type { OneWhoWaitsQuery } from '../../graph/asked/types.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { useLastKnown } from '../../graph/use-last-known.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { ageInMonths, dayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { AbsentBlock, AbsentTag } from '../../ui/absent.tsx';
import { ageInWords } from '../../ui/age.ts';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { ProposeButton, RefuseButton } from './answer-forms.tsx';
import { CommissionPart, useCommissions } from './commission-part.tsx';
import { PlacesPart } from './places-part.tsx';
import { mayBeRefusedHere, waits } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

export type Request = NonNullable<OneWhoWaitsQuery['careRequest']>;

const day = (of: string) => sayDay(of, 'date', language);
const score = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });

const ageOf = ({ birthDate, expectedDate }: Request['child']): string => {
  if (birthDate) return ageInWords(ageInMonths(birthDate, dayOf(Date.now())));
  return expectedDate ? waitingWords.expected(day(expectedDate)) : '';
};

const Head = ({ request }: { readonly request: Request }) => (
  <div className="stack">
    <div className="spread">
      <h2>
        {request.child.firstName} <span className="muted">· {ageOf(request.child)}</span>
      </h2>
      {request.family?.reference ? (
        <Link
          to="/families/$reference"
          params={{ reference: request.family.reference }}
          className="button dense"
        >
          {waitingWords.openFile}
        </Link>
      ) : null}
    </div>
    <p>
      {labels.CareKind[request.kind]}, {waitingWords.period(day(request.firstDay), day(request.lastDay))}
      {request.weeklyPattern.length > 0 ? (
        <span className="figures"> : {weekInWords(request.weeklyPattern, words.weekdays).join(' ; ')}</span>
      ) : null}
    </p>
    <p className="small muted">
      {waitingWords.ranked} :{' '}
      {request.rankedCentres.length > 0
        ? request.rankedCentres.map(({ name }, index) => `${index + 1}. ${name}`).join(' · ')
        : waitingWords.noRanked}
    </p>
  </div>
);

const Priority = ({ request }: { readonly request: Request }) => {
  const { priority } = request;
  if (!priority) return null;
  return (
    <details className="waiting-why">
      <summary>
        {waitingWords.score} <b>{waitingWords.outOf(score.format(priority.score))}</b> · {waitingWords.why}
      </summary>
      <ul>
        {priority.reasons.map(({ sentence, contribution }) => (
          <li key={sentence} className={contribution > 0 ? '' : 'muted'}>
            <span className="figures">+{score.format(contribution)}</span> {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Alternatives = ({ request }: { readonly request: Request }) => {
  const standing = request.alternatives.filter(({ replacedById }) => replacedById === null);
  if (standing.length === 0) return null;
  return (
    <div>
      <p className="strong small">{waitingWords.alternatives}</p>
      <ul className="dated">
        {standing.map(({ id, text, contact, phone }) => (
          <li key={id} className="small">
            {[text, contact, phone].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
};

type HistoryProps = { readonly answer: Parameters<typeof known>[0]; readonly request: Request };

const History = ({ answer, request }: HistoryProps) => {
  const part = known(answer, ['careRequest', 'history'], request.history);
  return (
    <details>
      <summary>{waitingWords.history}</summary>
      {part.is === 'known' ? (
        <ul className="dated">
          {part.value.map(({ id, at, sentence }) => (
            <li key={id} className="small">
              <span className="faint">
                {sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language)} ·{' '}
              </span>
              {sentence}
            </li>
          ))}
        </ul>
      ) : (
        <AbsentTag part={part} none="" />
      )}
    </details>
  );
};

type ChosenProps = HistoryProps & { readonly kept: string | undefined };

const Chosen = ({ request, answer, kept }: ChosenProps) => {
  const commissions = useCommissions(request);
  return (
    <section className="card waiting-chosen" aria-label={request.child.firstName ?? waitingWords.title}>
      <KeptNotice said={kept} />
      <Head request={request} />
      <Priority request={request} />
      <CommissionPart request={request} commissions={commissions} />
      <PlacesPart
        request={request}
        commissions={commissions}
        isAway={known(answer, ['careRequest', 'options'], request.options).is === 'away'}
      />
      <Alternatives request={request} />
      {waits(request) ? (
        <div className="row no-print">
          <ProposeButton request={request} />
          {mayBeRefusedHere(request) ? <RefuseButton request={request} /> : null}
        </div>
      ) : null}
      <History answer={answer} request={request} />
    </section>
  );
};

/** One request beside its explained options. */
export const ChosenRequest = ({ id }: { readonly id: string }) => {
  const { data, error, refetch } = useAnswer(OneWhoWaits, { id });
  const shown = useLastKnown(
    data && { of: id, answer: data, part: known(data, ['careRequest'], data.data.careRequest) },
  );
  if (!shown)
    return (
      <div className="card waiting-chosen">
        <NotRead error={error} onAgain={() => void refetch()} />
      </div>
    );
  const { answer, part, isOld } = shown;
  if (part.is !== 'known')
    return (
      <div className="card waiting-chosen">
        <AbsentBlock part={part} none={waitingWords.gone} owner="care" onAgain={() => void refetch()} />
      </div>
    );
  return (
    <Chosen
      request={part.value}
      answer={answer}
      kept={isOld ? waitingWords.kept(timeOf(answer.askedAt)) : undefined}
    />
  );
};
