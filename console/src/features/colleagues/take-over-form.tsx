import { useState } from 'react';
import { HandFamiliesOver } from '../../graph/asked/hand-families-over.ts';
import { HandJobSeekersOver } from '../../graph/asked/hand-job-seekers-over.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { agencyName } from '../../messages/agency.ts';
import { words } from '../../messages/words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { lackOfTakeOver, type TakeOverDraft } from './colleagues.rules.ts';
import type { Colleague } from './colleagues-page.tsx';
import { ChooseColleague } from './keep-forms.tsx';
import { colleagueWords } from './words.ts';

type Handed = {
  readonly families: number | null;
  readonly left: number | null;
  readonly notYetTold: readonly string[];
  readonly refusal: { readonly message: string } | null;
};

const handOver = (of: Colleague, { to, reason }: TakeOverDraft, id: string): Promise<Changed<Handed>> => {
  const input = { id, fromProfessional: of.id, toProfessional: to, reason };
  return of.role === 'EMPLOYMENT_ADVISOR'
    ? change(HandJobSeekersOver, { input }, (data) => data.takeOverJobSeekers)
    : change(HandFamiliesOver, { input }, (data) => data.takeOverFamilies);
};

/** Fifty go over at once: it is sent until none is left, and says how far it is. */
const useHandingOver = (of: Colleague) => {
  const [told, setTold] = useState<string>();
  const [id, setId] = useState(() => crypto.randomUUID());
  const changing = useChange();
  const send = async (draft: TakeOverDraft, sentAs: string, before: number): Promise<void> => {
    const handed = await changing.make(handOver(of, draft, sentAs), colleagueWords.takeOver);
    if (!handed) return;
    const done = before + (handed.families ?? 0);
    const left = handed.left ?? 0;
    const next = crypto.randomUUID();
    setId(next);
    const behind = handed.notYetTold.map(agencyName);
    setTold(
      [
        left > 0 ? colleagueWords.left(done, left) : colleagueWords.takenOver(done),
        behind.length > 0 ? colleagueWords.notYetTold(words.and(behind)) : '',
      ].join(' '),
    );
    if (left > 0) await send(draft, next, done);
  };
  return { ...changing, told, send: (draft: TakeOverDraft) => send(draft, id, 0) };
};

type Props = { readonly of: Colleague; readonly onClose: () => void };

/** What somebody who is away or has left followed goes to a colleague. */
export const TakeOverForm = ({ of, onClose }: Props) => {
  const [draft, setDraft] = useState<TakeOverDraft>({ to: '', reason: '' });
  const { isBusy, problem, setProblem, told, send } = useHandingOver(of);
  const set = (more: Partial<TakeOverDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const start = () => {
    const lack = lackOfTakeOver(draft);
    if (lack) return setProblem(colleagueWords.lacks[lack]);
    void send(draft);
  };
  const isDone = told !== undefined && !isBusy && !problem;
  return (
    <FormDialog
      title={colleagueWords.takeOver}
      lead={colleagueWords.takeOverLead(of.name)}
      send={isDone ? words.close : colleagueWords.takeOver}
      isBusy={isBusy}
      problem={problem}
      onSend={isDone ? onClose : start}
      onClose={onClose}
    >
      <ChooseColleague
        of={of}
        label={colleagueWords.takeOverTo}
        none={colleagueWords.choose}
        value={draft.to}
        onChange={(to) => set({ to })}
      />
      <TextField
        label={colleagueWords.reason}
        hint={colleagueWords.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      {told ? (
        <p className="strong" role="status">
          {told}
        </p>
      ) : null}
    </FormDialog>
  );
};
