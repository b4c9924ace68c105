import { useState } from 'react';
import { PutReferralRight } from '../../graph/asked/put-referral-right.ts';
import { change } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import type { Family } from './file-page.tsx';
import { isOwnWaiting } from './put-right.rules.ts';
import { rightWords } from './put-right-words.ts';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

export type Referral = NonNullable<Family['referrals']>[number];
type Props = { readonly family: Family; readonly referral: Referral; readonly onTold: Told };
type Told = (notYet: readonly string[]) => void;
type FormProps = Props & { readonly onClose: () => void };

export const referralSayers = { message: rightWords.quoted };

const referralsOf = ({ referrals }: Family): readonly Referral[] | null => referrals;
const sayNow = ({ message }: Referral): string => rightWords.quoted(message ?? '');

const put = async (
  { id, version }: Referral,
  changed: { readonly reason: string; readonly message?: string; readonly isWithdrawn?: boolean },
  onTold: Told,
) => {
  const input = { referralId: id, version, ...changed };
  const sent = await change(PutReferralRight, { input }, (data) => data.correctReferral);
  if (sent.is === 'done') onTold(sent.payload.notYetTold);
  return sent;
};

const ReferralForm = ({ family, referral, onTold, onClose }: FormProps) => {
  const [message, setMessage] = useState(referral.message ?? '');
  const isSame = message.trim() === (referral.message ?? '');
  return (
    <CorrectDialog
      title={words.about(rightWords.referral, family.displayName ?? '')}
      said={rightWords.corrected}
      family={family}
      record={referral}
      among={referralsOf}
      sayNow={sayNow}
      lack={isSame ? rightWords.nothingChanged : undefined}
      send={(seen, reason) => put(seen, { reason, message: message.trim() }, onTold)}
      onClose={onClose}
    >
      <TextField label={fileWords.whatIsAsked} isLong value={message} onChange={setMessage} />
    </CorrectDialog>
  );
};

const TakeBackForm = ({ family, referral, onTold, onClose }: FormProps) => (
  <CorrectDialog
    title={words.about(rightWords.takeBack, family.displayName ?? '')}
    lead={rightWords.takeBackLead}
    said={rightWords.takenBack}
    deed={{ does: rightWords.takeBackDeed, leaves: rightWords.keep }}
    family={family}
    record={referral}
    among={referralsOf}
    sayNow={sayNow}
    send={(seen, reason) => put(seen, { reason, isWithdrawn: true }, onTold)}
    onClose={onClose}
  />
);

/** Of one's own referrals that nobody has answered: put it right, or take it back. */
export const ReferralDeeds = (props: Props & { readonly name: string }) => {
  const open = useDialog();
  const sub = useWriter()?.sub;
  if (!isOwnWaiting(props.referral, sub)) return null;
  return (
    <p className="row no-print">
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <ReferralForm {...props} onClose={close} />)}
      >
        {rightWords.correct}
        <span className="unseen">{props.name}</span>
      </button>
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <TakeBackForm {...props} onClose={close} />)}
      >
        {rightWords.takeBackDeed}
        <span className="unseen">{props.name}</span>
      </button>
    </p>
  );
};
