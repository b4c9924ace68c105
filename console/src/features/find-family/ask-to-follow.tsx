import { useState } from 'react';
import { AskToFollow } from '../../graph/asked/ask-to-follow.ts';
import { change, useChange } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import type { Asked } from './register.rules.ts';
import { familiesWords } from './words.ts';

type AskProps = { readonly handle: string; readonly asked: Asked; readonly onAsked: () => void };

/** Whoever found that a file exists asks to follow it, and whoever leads its team reads why. */
export const AskToFollowPart = ({ handle, asked: about, onAsked }: AskProps) => {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  useUnsaved(!isAsked && reason.trim() !== '');
  const send = async () => {
    if (reason.trim() === '') return setProblem(familiesWords.follow.needed);
    const input = { handle, reason: reason.trim() };
    const asked = change(
      AskToFollow,
      { input: { ...input, id: idOf(input) } },
      (data) => data.requestMembership,
    );
    if (!(await make(asked, familiesWords.follow.asked))) return;
    setAsked(true);
    onAsked();
  };
  if (isAsked) return <p role="status">{familiesWords.follow.asked}</p>;
  return (
    <div className="stack">
      <TextField
        label={familiesWords.follow.reason(about.surname, sayDay(about.birthDate, 'date', language))}
        isLong
        value={reason}
        onChange={setReason}
      />
      <Problem said={problem} />
      <p>
        {/* It stands within the form that looks up, and does not send that. */}
        <button
          type="button"
          className="button primary"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : () => void send()}
        >
          {isBusy ? words.sending : familiesWords.follow.ask}
        </button>
      </p>
    </div>
  );
};
