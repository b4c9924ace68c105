import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { HoldPlace } from '../../graph/asked/hold-place.ts';
import { TakePlaceBack } from '../../graph/asked/take-place-back.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
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
  readonly holding: Holding;
};

type Holding = {
  /** The place that is being held. */
  readonly busyWith: string | undefined;
  readonly problem: string | undefined;
  /** What was held on this visit, and is undone by one click; what a colleague holds is not. */
  readonly isMine: (offerId: string) => boolean;
  readonly hold: (place: Place, isOnlyStretch: boolean) => Promise<void>;
};

/** Above the places, which are read anew: why one was not held stays. Sent again, the same id holds a place once. */
const useHolding = (request: Request): Holding => {
  const [ids] = useState(() => new Map<string, string>());
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const [busyWith, setBusyWith] = useState<string>();
  const { problem, make } = useChange();
  const hold = async (place: Place, isOnlyStretch: boolean) => {
    const attempt = `${place.key} ${request.version}`;
    const id = ids.get(attempt) ?? crypto.randomUUID();
    ids.set(attempt, id);
    setBusyWith(place.key);
    const input = offerOf(request, place, id, isOnlyStretch);
    const held = await make(
      change(HoldPlace, { input }, (data) => data.offerPlace),
      waitingWords.held,
    );
    setBusyWith(undefined);
    if (held) setMine(new Set(mine).add(id));
  };
  return { busyWith, problem, isMine: (offerId) => mine.has(offerId), hold };
};

const HoldButton = ({ place, isOnlyStretch, holding }: Omit<PlaceProps, 'commissions' | 'request'>) => {
  const isBusy = holding.busyWith === place.key;
  return (
    <button
      type="button"
      className="button primary dense no-print"
      aria-disabled={isBusy}
      onClick={holding.busyWith ? undefined : () => void holding.hold(place, isOnlyStretch)}
    >
      {isBusy ? waitingWords.holding : waitingWords.hold}
      <span className="unseen">
        {place.centre.name}, {place.section.name}
      </span>
    </button>
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

const Held = ({ offer, isMine }: { readonly offer: OpenOffer; readonly isMine: boolean }) => {
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
        {isMine ? (
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
        ) : (
          <p className="small no-print">
            <Link to="/offers">{waitingWords.seeOffers}</Link>
          </p>
        )}
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
  const holding = useHolding(request);
  const open = request.offers.filter(({ status }) => status === 'OPEN');
  const places = request.options ? placesOf(request.options) : [];
  return (
    <div className="stack">
      <h3>{waitingWords.places}</h3>
      {open.map((offer) => (
        <Held key={offer.id} offer={offer} isMine={holding.isMine(offer.id)} />
      ))}
      <Problem said={holding.problem} />
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
            holding={holding}
            isOnlyStretch={(request.options?.stretches ?? []).length === 1}
          />
        ))}
      </ul>
      {request.options && !places.some(({ isWhole }) => isWhole) ? <Misses request={request} /> : null}
    </div>
  );
};
