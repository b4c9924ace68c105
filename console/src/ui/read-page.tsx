import { AskFailed } from '../graph/ask.ts';
import { language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { dayOf, sayDay, timeOf } from '../time/city-time.rules.ts';
import { Icon } from './icons.tsx';

export const AsOf = ({ askedAt, isReading }: { readonly askedAt: number; readonly isReading: boolean }) => (
  <span className="faint figures">
    {isReading ? words.readingAnew : words.asOf(timeOf(askedAt))}
    <span className="only-print">, {sayDay(dayOf(askedAt), 'date', language)}</span>
  </span>
);

export const Reading = () => (
  <p className="muted" role="status">
    {words.reading}
  </p>
);

export const ReadFailed = ({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) => (
  <div className="notice refusal" role="alert">
    <Icon name="warning" />
    <div>
      <p className="strong">{words.failure.title}</p>
      <p>{error instanceof AskFailed ? error.message : words.failure.network}</p>
      <button type="button" className="button dense" onClick={onAgain}>
        {words.again}
      </button>
    </div>
  </div>
);

type NotReadProps = { readonly error: unknown; readonly onAgain: () => void };

/** While nothing is there: it is being read, or it could not be. */
export const NotRead = ({ error, onAgain }: NotReadProps) =>
  error ? <ReadFailed error={error} onAgain={onAgain} /> : <Reading />;
