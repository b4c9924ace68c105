import { useState } from 'react';
import { NoteAcceptance } from '../../graph/asked/note-acceptance.ts';
import { NoteDecline } from '../../graph/asked/note-decline.ts';
import { ReceiveChild } from '../../graph/asked/receive-child.ts';
import { TakePlaceBack } from '../../graph/asked/take-place-back.ts';
import type { PlacesOfferedQuery } from '../../graph/asked/types.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { offerWords } from './words.ts';

type Offer = PlacesOfferedQuery['careOffers']['edges'][number]['node'];
type OfferProps = { readonly offer: Offer };

const when = (instant: string): string =>
  offerWords.at(sayNearDay(dayOf(instant), dayOf(Date.now()), words.near, language), timeOf(instant));

type ActProps = {
  readonly label: string;
  readonly name: string;
  readonly said: string;
  readonly send: () => Promise<Changed<unknown>>;
};

const Act = ({ label, name, said, send }: ActProps) => {
  const { isBusy, problem, make } = useChange();
  return (
    <>
      <button
        type="button"
        className="button primary dense"
        data-row
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void make(send(), said)}
      >
        {isBusy ? words.sending : label}
        <span className="unseen">{name}</span>
      </button>
      <Problem said={problem} />
    </>
  );
};

type WithReasonProps = Omit<ActProps, 'send'> & {
  readonly lead: string;
  readonly send: (reason: string) => Promise<Changed<unknown>>;
};

type ReasonProps = WithReasonProps & { readonly onClose: () => void };

const ReasonForm = ({ label, name, said, lead, send, onClose }: ReasonProps) => {
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const act = async () => {
    if (reason.trim() === '') return setProblem(offerWords.needed);
    if (await make(send(reason), said)) onClose();
  };
  const deed = label.replace('…', '');
  return (
    <FormDialog
      title={words.about(deed, name)}
      lead={lead}
      send={deed}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void act()}
      onClose={onClose}
    >
      <TextField label={offerWords.reason} isLong value={reason} onChange={setReason} />
    </FormDialog>
  );
};

/** What gives the place away needs a reason, and stands behind the usual button. */
const ActWithReason = (props: WithReasonProps) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense"
      onClick={() => open((close) => <ReasonForm {...props} onClose={close} />)}
    >
      {props.label}
      <span className="unseen">{props.name}</span>
    </button>
  );
};

const OfOpen = ({ offer, name }: OfferProps & { readonly name: string }) => {
  const asked = { offerId: offer.id, version: offer.version };
  return (
    <>
      <Act
        label={offerWords.accept}
        name={name}
        said={offerWords.accepted}
        send={() => change(NoteAcceptance, { input: asked }, (data) => data.acceptOffer)}
      />
      <ActWithReason
        label={offerWords.decline}
        name={name}
        said={offerWords.declined}
        lead={offerWords.declineLead}
        send={(reason) => change(NoteDecline, { input: { ...asked, reason } }, (data) => data.declineOffer)}
      />
      <ActWithReason
        label={offerWords.takeBack}
        name={name}
        said={offerWords.takenBack}
        lead={offerWords.takeBackLead}
        send={(reason) =>
          change(TakePlaceBack, { input: { ...asked, reason } }, (data) => data.withdrawOffer)
        }
      />
    </>
  );
};

/** Sent again after a broken connection, the same id admits once. */
const OfAccepted = ({ offer, name }: OfferProps & { readonly name: string }) => {
  const [id] = useState(() => crypto.randomUUID());
  const { careRequest } = offer;
  const input = { id, careRequestId: careRequest.id, version: careRequest.version };
  return (
    <Act
      label={offerWords.receive}
      name={name}
      said={offerWords.received}
      send={() => change(ReceiveChild, { input }, (data) => data.admitChild)}
    />
  );
};

export const OfferLine = ({ offer }: OfferProps) => {
  const { careRequest, section, status } = offer;
  const name = `${careRequest.child.firstName ?? ''}, ${section.centre.name}`;
  const isToAdmit = status === 'ACCEPTED' && careRequest.status === 'ACCEPTED';
  return (
    <li id={`about-${offer.id}`} tabIndex={-1} className="offer-line">
      <div className="offer-when">
        <p className="strong figures">{status === 'OPEN' ? offerWords.until(when(offer.expiresAt)) : ''}</p>
        <p className={status === 'OPEN' ? 'faint' : 'strong'}>{labels.CareOfferStatus[status]}</p>
        {offer.endReason ? <p className="faint">{offer.endReason}</p> : null}
      </div>
      <div>
        <p>
          <b>{careRequest.child.firstName}</b>{' '}
          <span className="muted">{careRequest.family?.displayName}</span>
        </p>
        <p className="small">
          {section.centre.name} <span className="muted">· {section.name}</span>
        </p>
        <p className="small muted">
          {labels.CareKind[careRequest.kind]}, {offerWords.from(sayDay(offer.firstDay, 'date', language))} ·{' '}
          <Link to="/waiting" search={{ request: careRequest.id }}>
            {offerWords.openRequest}
            <span className="unseen">{name}</span>
          </Link>
        </p>
      </div>
      <div className="offer-acts no-print">
        {status === 'OPEN' ? <OfOpen offer={offer} name={name} /> : null}
        {isToAdmit ? <OfAccepted offer={offer} name={name} /> : null}
      </div>
    </li>
  );
};
