import { useState } from 'react';
import { SignContract } from '../../graph/asked/sign-contract.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Seeker, SeekerProps } from './seeker-page.tsx';
import { hoursOf, nameOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';

const day = (of: string) => sayDay(of, 'date', language);
const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

const useSigning = (seeker: Seeker, onDone: () => void) => {
  const [draft, setDraft] = useState({ signedOn: dayOf(Date.now()), hours: '15' });
  const [id] = useState(() => crypto.randomUUID());
  // As it was when the dialog opened: a change meanwhile is told.
  const [version] = useState(seeker.version);
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    const weeklyHours = hoursOf(draft.hours);
    if (weeklyHours === undefined) return setProblem(seekerWords.hoursNeeded);
    const input = {
      id,
      jobSeekerId: seeker.id,
      version,
      signedOn: draft.signedOn,
      weeklyHours,
    };
    const done = await make(
      change(SignContract, { input }, (data) => data.agreeEngagementContract),
      seekerWords.contractNoted,
    );
    if (done) onDone();
  };
  return { draft, setDraft, isBusy, problem, send };
};

const SignForm = ({ seeker, onClose }: SeekerProps & { readonly onClose: () => void }) => {
  const { draft, setDraft, isBusy, problem, send } = useSigning(seeker, onClose);
  return (
    <FormDialog
      title={words.about(seekerWords.newContract, nameOf(seeker, seekerWords.nameless))}
      lead={seekerWords.newContractLead}
      send={seekerWords.newContract}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <InputField
        label={seekerWords.signed}
        type="date"
        value={draft.signedOn}
        onChange={(signedOn) => setDraft({ ...draft, signedOn })}
      />
      <TextField
        label={seekerWords.hours}
        value={draft.hours}
        onChange={(hours) => setDraft({ ...draft, hours })}
      />
    </FormDialog>
  );
};

const Contract = ({ contract }: { readonly contract: NonNullable<Seeker['engagementContract']> }) => (
  <>
    <p>
      <b>{seekerWords.owed(figure.format(contract.weeklyHoursToday))}</b>
      <br />
      <span className="muted">
        {seekerWords.agreed(figure.format(contract.weeklyHours))},{' '}
        {seekerWords.signedOn(day(contract.signedOn))}
      </span>
    </p>
    {contract.reductions.length > 0 ? (
      <div>
        <h3>{seekerWords.reductions}</h3>
        <ul className="dated">
          {contract.reductions.map(({ id, weeklyHours, startsOn, endsOn, evidence }) => (
            <li key={id} className="small">
              {seekerWords.reduction(figure.format(weeklyHours), day(startsOn), day(endsOn))}
              <span className="muted"> · {labels.ReductionEvidence[evidence]}</span>
            </li>
          ))}
        </ul>
      </div>
    ) : null}
  </>
);

/** The hours agreed and those owed today, with why they were reduced. */
export const ContractPart = ({ seeker }: SeekerProps) => {
  const open = useDialog();
  return (
    <section className="card seeker-part" aria-labelledby="contract">
      <h2 id="contract">{seekerWords.contractTitle}</h2>
      {seeker.engagementContract ? (
        <Contract contract={seeker.engagementContract} />
      ) : (
        <p className="faint">{seekerWords.noContract}</p>
      )}
      {seeker.status === 'OPEN' ? (
        <p className="no-print">
          <button
            type="button"
            className="button dense"
            onClick={() => open((close) => <SignForm seeker={seeker} onClose={close} />)}
          >
            {seekerWords.newContract}
          </button>
        </p>
      ) : null}
    </section>
  );
};
