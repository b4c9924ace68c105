import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { HoldPlace } from '../../graph/asked/hold-place.ts';
import { TakePlaceBack } from '../../graph/asked/take-place-back.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { AwayTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Problem } from '../../ui/problem.tsx';
import type { Request } from './chosen-request.tsx';
import type { Commissions } from './commission-part.tsx';
import { GrantButton } from './decision-forms.tsx';
import { mayHold, offerOf, type Place, placesOf } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

const nearDay = (instant: string) => sayNearDay(dayOf(instant), dayOf(Date.now()), words.near, language);

const howMuch = ({ week, isWhole, stretches }: Place): string => {
  if (week && isWhole) return waitingWords.wholeWeek(hours.format(week.hours));
  if (week) return waitingWords.partWeek(hours.format(week.hours));
  const said = stretches
    .map((each) => waitingWords.stretch(nearDay(each.startsAt), saySpan(each)))
    .join(' ; ');
  return isWhole ? `${said}, ${waitingWords.whole}` : waitingWords.part(said);
};

type PlaceProps = {
  readonly request: Request;
  readonly place: Place;
  readonly isOnlyStretch: boolean;
  readonly commissions: Commissions;
};

/** Sent again after a broken connection, the same id holds the place once. */
const HoldButton = ({ request, place, isOnlyStretch }: Omit<PlaceProps, 'commissions'>) => {
  const [id] = useState(() => crypto.randomUUID());
  const { isBusy, problem, make } = useChange();
  const hold = () =>
    make(
      change(HoldPlace, { input: offerOf(request, place, id, isOnlyStretch) }, (data) => data.offerPlace),
      waitingWords.held,
    );
  return (
    <>
      <button
        type="button"
        className="button primary dense no-print"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void hold()}
      >
        {isBusy ? waitingWords.holding : waitingWords.hold}
        <span className="unseen">
          {place.centre.name}, {place.section.name}
        </span>
      </button>
      <Problem said={problem} />
    </>
  );
};

const PlaceCard = (props: PlaceProps) => {
  const { place, request, commissions } = props;
  const { sitting } = commissions.sittings;
  return (
    <li className="waiting-place">
      <div>
        <p>
          <b>{place.centre.name}</b> <span className="muted">· {place.section.name}</span>
        </p>
        <p className={`small figures${place.isWhole ? '' : ' wrong'}`}>{howMuch(place)}</p>
        {place.week && !place.isWhole ? (
          <p className="small figures">{weekInWords(place.week.lines, words.weekdays).join(' ; ')}</p>
        ) : null}
        {place.reasons.map((sentence) => (
          <p key={sentence} className="small row waiting-reason">
            <Icon name="check" />
            {sentence}
          </p>
        ))}
      </div>
      <div className="waiting-act">
        {mayHold(request, place) ? <HoldButton {...props} /> : null}
        {commissions.turn === 'decide' && sitting ? (
          <GrantButton request={request} place={place} commission={sitting} />
        ) : null}
      </div>
    </li>
  );
};

const Misses = ({ request }: { readonly request: Request }) => {
  const { week, stretches = [] } = request.options ?? {};
  const misses = week ? week.nearestMisses : stretches.flatMap(({ nearestMisses }) => nearestMisses);
  if (misses.length === 0) return <p className="small muted">{waitingWords.nothingNear}</p>;
  return (
    <div className="small">
      <p className="strong">{waitingWords.noPlace}</p>
      <ul className="dated">
        {misses.map(({ centre, section, obstacles }) => (
          <li key={section.id}>
            <b>
              {centre.name}, {section.name}
            </b>{' '}
            : {obstacles.map(({ sentence }) => sentence).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
};

type OpenOffer = Request['offers'][number];

const Held = ({ offer }: { readonly offer: OpenOffer }) => {
  const { isBusy, problem, make } = useChange();
  const input = { offerId: offer.id, version: offer.version, reason: waitingWords.takeBackReason };
  const takeBack = () =>
    make(
      change(TakePlaceBack, { input }, (data) => data.withdrawOffer),
      waitingWords.takenBack,
    );
  const until = `${nearDay(offer.expiresAt)} ${timeOf(offer.expiresAt)}`;
  return (
    <div className="notice fine">
      <Icon name="check" />
      <div className="stack">
        <p>
          <b>{waitingWords.heldUntil(`${offer.section.centre.name}, ${offer.section.name}`, until)}</b>
        </p>
        <p>
          <button
            type="button"
            className="button dense no-print"
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : () => void takeBack()}
          >
            {waitingWords.takeBack}
          </button>
        </p>
        <Problem said={problem} />
      </div>
    </div>
  );
};

type PlacesProps = {
  readonly request: Request;
  readonly commissions: Commissions;
  /** Its options could not be read: then nothing is said of places. */
  readonly isAway: boolean;
};

/** Where the request could be met, why there, and what is held for it. */
export const PlacesPart = ({ request, commissions, isAway }: PlacesProps) => {
  const open = request.offers.filter(({ status }) => status === 'OPEN');
  const places = request.options ? placesOf(request.options) : [];
  return (
    <div className="stack">
      <h3>{waitingWords.places}</h3>
      {open.map((offer) => (
        <Held key={offer.id} offer={offer} />
      ))}
      {isAway ? <AwayTag /> : null}
      {request.options === null && !isAway ? (
        <p className="muted">
          {waitingWords.over} {labels.CareRequestStatus[request.status]}.
        </p>
      ) : null}
      <ul className="waiting-places">
        {places.map((place) => (
          <PlaceCard
            key={place.key}
            request={request}
            place={place}
            commissions={commissions}
            isOnlyStretch={(request.options?.stretches ?? []).length === 1}
          />
        ))}
      </ul>
      {request.options && !places.some(({ isWhole }) => isWhole) ? <Misses request={request} /> : null}
    </div>
  );
};
