import { endOf, isOpenAt, worthTelling } from '../../emergency/emergency.rules.ts';
import { EndButton } from '../../emergency/end-emergency.tsx';
import { type Emergency, useOwnEmergencies } from '../../emergency/own-emergencies.ts';
import { emergencyWords } from '../../emergency/words.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';

const Open = ({ emergency }: { readonly emergency: Emergency }) => {
  const reference = emergency.family?.reference;
  return (
    <div className="row">
      {reference ? (
        <Link to="/families/$reference" params={{ reference }} className="strong">
          {emergency.family?.displayName ?? reference}
        </Link>
      ) : null}
      <span className="tag late">{emergencyWords.openUntil(timeOf(emergency.until))}</span>
      <EndButton emergency={emergency} name={emergency.family?.displayName ?? ''} />
    </div>
  );
};

const Over = ({ emergency }: { readonly emergency: Emergency }) => {
  const { beganAt, finding, remark } = emergency;
  const day = sayNearDay(dayOf(beganAt), dayOf(Date.now()), words.near, language);
  return (
    <p className="small">
      {emergencyWords.when(day, timeOf(beganAt), timeOf(endOf(emergency)))}{' '}
      <span className="muted">
        · {finding ? emergencyWords.found(labels.BreakGlassFinding[finding]) : emergencyWords.waits}
        {remark ? emergencyWords.remark(remark) : ''}
      </span>
    </p>
  );
};

/** What one opened in an emergency: until when, and what its review found. Whoever opened nothing is shown nothing. */
export const MyEmergencies = () => {
  const { emergencies } = useOwnEmergencies(true);
  const told = worthTelling(emergencies, Date.now());
  if (told.length === 0) return null;
  return (
    <section className="card side" aria-labelledby="my-emergencies">
      <h2 id="my-emergencies">{emergencyWords.own}</h2>
      <ul className="stack">
        {told.map((emergency) => (
          <li key={emergency.id}>
            {isOpenAt(emergency, Date.now()) ? (
              <Open emergency={emergency} />
            ) : (
              <Over emergency={emergency} />
            )}
            <p className="small muted">{emergency.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
