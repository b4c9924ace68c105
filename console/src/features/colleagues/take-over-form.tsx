import { useEffect, useRef, useState } from 'react';
import { HandFamiliesOver } from '../../graph/asked/hand-families-over.ts';
import { HandJobSeekersOver } from '../../graph/asked/hand-job-seekers-over.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { agencyName } from '../../messages/agency.ts';
import { words } from '../../messages/words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Colleague } from './colleague.ts';
import { lackOfTakeOver, type TakeOverDraft } from './colleagues.rules.ts';
import { ChooseColleague } from './keep-forms.tsx';
import { colleagueWords } from './words.ts';

type Handed = {
  readonly families: number | null;
  readonly left: number | null;
  readonly notYetTold: readonly string[];
  readonly refusal: { readonly message: string; readonly reason: string } | null;
};

type Input = {
  readonly id: string;
  readonly fromProfessional: string;
  readonly toProfessional: string;
  readonly reason: string;
};

const families = (input: Input): Promise<Changed<Handed>> =>
  change(HandFamiliesOver, { input }, (data) => data.takeOverFamilies);
const jobSeekers = (input: Input): Promise<Changed<Handed>> =>
  change(HandJobSeekersOver, { input }, (data) => data.takeOverJobSeekers);

/** An advisor has job seekers, and like everyone memberships of teams, tasks and referrals. */
const waysOf = ({ role }: Colleague) => (role === 'EMPLOYMENT_ADVISOR' ? [jobSeekers, families] : [families]);

/** Who follows nothing in one of the ways is no failure: that one is over. */
const orNothing = (changed: Changed<Handed>): Changed<Handed> =>
  changed.is === 'refused' && changed.payload?.refusal?.reason === 'NOTHING_TO_TAKE_OVER'
    ? { is: 'done', payload: { families: 0, left: 0, notYetTold: [], refusal: null } }
    : changed;

const sayHanded = ({ left, notYetTold }: Handed, done: number): string => {
  const said = left ? colleagueWords.left(done, left) : colleagueWords.takenOver(done);
  const behind = notYetTold.map(agencyName);
  return behind.length > 0 ? `${said} ${colleagueWords.notYetTold(words.and(behind))}` : said;
};

/** Fifty go over at once: it is sent until none is left, says how far it is, and goes no further than whoever watches it. */
const useHandingOver = (of: Colleague) => {
  const [told, setTold] = useState<string>();
  const [isOver, setOver] = useState(false);
  const isStopped = useRef(false);
  const done = useRef(0);
  const idOf = useIds();
  const changing = useChange();
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );
  /** Whether it went to its end. */
  const hand = async (way: typeof families, draft: TakeOverDraft): Promise<boolean> => {
    for (let piece = 0; !isStopped.current; piece += 1) {
      const input = { fromProfessional: of.id, toProfessional: draft.to, reason: draft.reason };
      const id = idOf({ ...input, way: way === families, from: done.current, piece });
      const handed = await changing.make(way({ ...input, id }).then(orNothing), colleagueWords.takeOver);
      if (!handed) return false;
      done.current += handed.families ?? 0;
      setTold(sayHanded(handed, done.current));
      if (!handed.left) return true;
    }
    return false;
  };
  const send = async (draft: TakeOverDraft): Promise<void> => {
    for (const way of waysOf(of)) if (!(await hand(way, draft))) return;
    setOver(true);
  };
  return { ...changing, told, isOver, send };
};

type Props = { readonly of: Colleague; readonly onClose: () => void };

/** What somebody who is away or has left followed goes to a colleague: both are named once more before it does. */
export const TakeOverForm = ({ of, onClose }: Props) => {
  const [draft, setDraft] = useState<TakeOverDraft>({ to: '', reason: '' });
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, setProblem, told, isOver, send } = useHandingOver(of);
  const set = (more: Partial<TakeOverDraft>) => {
    setProblem(undefined);
    setAsked(false);
    setDraft({ ...draft, ...more });
  };
  const start = () => {
    const lack = lackOfTakeOver(draft);
    if (lack) return setProblem(colleagueWords.lacks[lack]);
    if (!isAsked) return setAsked(true);
    void send(draft);
  };
  const sending = isAsked ? colleagueWords.takeOverNow(of.name) : colleagueWords.takeOver;
  return (
    <FormDialog
      title={colleagueWords.takeOver}
      lead={colleagueWords.takeOverLead(of.name)}
      send={isOver ? words.close : sending}
      leave={isBusy ? colleagueWords.stopHere : undefined}
      isDeed={isAsked && !isOver}
      isOver={isOver}
      isBusy={isBusy}
      problem={problem}
      onSend={isOver ? onClose : start}
      onClose={onClose}
    >
      <fieldset className="bare" disabled={isBusy || isOver}>
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
      </fieldset>
      {isAsked && !told ? <p className="strong">{colleagueWords.askedAgain}</p> : null}
      {told ? (
        <p className="strong" role="status">
          {told}
        </p>
      ) : null}
    </FormDialog>
  );
};
