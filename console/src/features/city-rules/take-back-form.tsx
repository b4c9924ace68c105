import { useState } from 'react';
import { TakeDecisionBack } from '../../graph/asked/take-decision-back.ts';
import { change, useChange } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Decision } from './city.rules.ts';
import { cityWords } from './words.ts';

type Props = { readonly of: Decision; readonly version: number; readonly onClose: () => void };

/** What is taken back never held: with the reason, both stay to be read. */
export const TakeBackForm = ({ of, version, onClose }: Props) => {
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (reason.trim() === '') return setProblem(cityWords.lacks.REASON);
    const input = { version, reason: reason.trim() };
    const done = await make(
      change(TakeDecisionBack, { input }, (data) => data.withdrawCitySettings),
      cityWords.takenBack,
    );
    if (done) onClose();
  };
  return (
    <FormDialog
      title={cityWords.takeBackTitle(sayDay(of.from ?? '', 'date', language))}
      lead={cityWords.takeBackLead}
      send={cityWords.takeBackNow}
      isDeed
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={cityWords.takeBackReason}
        value={reason}
        onChange={(next) => {
          setProblem(undefined);
          setReason(next);
        }}
      />
    </FormDialog>
  );
};
