import { useState } from 'react';
import { PlanMilestone } from '../../graph/asked/plan-milestone.ts';
import { PlanSeries } from '../../graph/asked/plan-series.ts';
import { SeekersToChoose } from '../../graph/asked/seekers-to-choose.ts';
import type { SeekersToChooseQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VerdictLine } from './forecast-part.tsx';
import { type Draft, daysOfSeries, lackOf, milestoneOf, seriesOf } from './plan.rules.ts';
import { SeriesFields, WhatFields, WhenFields } from './plan-fields.tsx';
import type { Planned } from './planned-part.tsx';
import { planWords } from './words.ts';

type Seeker = SeekersToChooseQuery['myJobSeekers']['edges'][number]['node'];

const nameOf = ({ adult, family }: Seeker): string => {
  const name = [adult.firstName, adult.lastName].filter(Boolean).join(' ');
  return name || (family?.reference ?? planWords.seeker);
};

const bySurname = (one: Seeker, other: Seeker): number =>
  `${one.adult.lastName} ${one.adult.firstName}`.localeCompare(
    `${other.adult.lastName} ${other.adult.firstName}`,
  );

const useSeekers = () => {
  const { data, error, refetch } = useAnswer(SeekersToChoose, {});
  const list = data?.data.myJobSeekers;
  const seekers = (list?.edges ?? []).map(({ node }) => node).sort(bySurname);
  return {
    seekers,
    isCut: list?.pageInfo.hasNextPage === true,
    isNotRead: !data && error !== null,
    onAgain: () => void refetch(),
  };
};

type SeekerProps = ReturnType<typeof useSeekers> & {
  readonly seekerId: string | undefined;
  readonly onSeeker: (seekerId: string | undefined) => void;
};

const SeekerField = ({ seekers, isCut, isNotRead, onAgain, seekerId, onSeeker }: SeekerProps) => (
  <div className="field">
    <label htmlFor="seeker">{planWords.seeker}</label>
    <select
      id="seeker"
      className="input"
      value={seekerId ?? ''}
      onChange={({ target }) => onSeeker(target.value || undefined)}
    >
      <option value="">{planWords.choose}</option>
      {seekerId && !seekers.some(({ id }) => id === seekerId) ? <option value={seekerId}>…</option> : null}
      {seekers.map((seeker) => (
        <option key={seeker.id} value={seeker.id}>
          {nameOf(seeker)} · {seeker.family?.reference ?? ''}
        </option>
      ))}
    </select>
    {isCut ? <p className="faint">{planWords.moreSeekers}</p> : null}
    {isNotRead ? (
      <p className="wrong row" role="alert">
        {planWords.seekersNotRead}
        <button type="button" className="button plain dense" onClick={onAgain}>
          {words.again}
        </button>
      </p>
    ) : null}
    {seekerId ? (
      <Link to="/job-seekers/$id" params={{ id: seekerId }} className="small">
        {planWords.openFile}
      </Link>
    ) : null}
  </div>
);

type FormProps = {
  readonly seekerId: string | undefined;
  readonly onSeeker: (seekerId: string | undefined) => void;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onPlanned: (planned: Planned) => void;
};

/** Sent again after a broken connection, the same id plans once; what was changed since is another one. */
const useIds = () => {
  const [ids] = useState(() => new Map<string, string>());
  return (draft: Draft, seekerId: string): string => {
    const key = `${seekerId} ${JSON.stringify(draft)}`;
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
};

const usePlanning = (nameFor: (seekerId: string) => string, onPlanned: FormProps['onPlanned']) => {
  const changing = useChange();
  const idOf = useIds();
  const one = async (draft: Draft, seekerId: string, confirmed: boolean) => {
    const input = milestoneOf(draft, { id: idOf(draft, seekerId), jobSeekerId: seekerId, confirmed });
    const done = await changing.make(
      change(PlanMilestone, { input }, (data) => data.scheduleMilestone),
      planWords.planned,
    );
    return done?.milestone ? [done.milestone] : [];
  };
  const many = async (draft: Draft, seekerId: string, confirmed: boolean) => {
    const input = seriesOf(draft, { id: idOf(draft, seekerId), jobSeekerId: seekerId, confirmed });
    const done = await changing.make(
      change(PlanSeries, { input }, (data) => data.scheduleMilestoneSeries),
      planWords.planned,
    );
    return done?.milestones ?? [];
  };
  const [sentAs, setSentAs] = useState('');
  const plan = async (draft: Draft, seekerId: string | undefined, confirmed: boolean) => {
    setSentAs(JSON.stringify([seekerId, draft]));
    const lack = lackOf(draft, seekerId);
    if (lack || !seekerId) return changing.setProblem(planWords.lacks[lack ?? 'SEEKER']);
    const milestones = await (draft.repeats ? many : one)(draft, seekerId, confirmed);
    if (milestones.length > 0) onPlanned({ name: nameFor(seekerId), milestones, isSeries: draft.repeats });
  };
  return { ...changing, sentAs, plan };
};

export const PlanForm = ({ seekerId, onSeeker, draft, onDraft, onPlanned }: FormProps) => {
  const chooser = useSeekers();
  const nameFor = (id: string) => chooser.seekers.filter((each) => each.id === id).map(nameOf)[0] ?? '';
  const { isBusy, problem, isQuestion, sentAs, plan } = usePlanning(nameFor, onPlanned);
  // What was answered is of what was sent: whatever is changed since, by whomever, is asked anew.
  const isOfThis = sentAs === JSON.stringify([seekerId, draft]);
  const set = (more: Partial<Draft>) => onDraft({ ...draft, ...more });
  const save = draft.repeats ? planWords.saveSeries(daysOfSeries(draft).length) : planWords.save;
  const send = (confirmed: boolean) => (isBusy ? undefined : void plan(draft, seekerId, confirmed));
  return (
    <form
      className="card plan-part plan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <SeekerField {...chooser} seekerId={seekerId} onSeeker={onSeeker} />
      <WhatFields draft={draft} onChange={set} />
      <WhenFields draft={draft} onChange={set} />
      <SeriesFields draft={draft} onChange={set} />
      <TextField label={planWords.place} value={draft.place} onChange={(place) => set({ place })} />
      {seekerId ? <VerdictLine key={seekerId} seekerId={seekerId} draft={draft} /> : null}
      <Problem said={isOfThis ? problem : undefined} />
      <p className="row">
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          {isBusy ? words.sending : save}
        </button>
        {isQuestion && isOfThis ? (
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => send(true)}>
            {planWords.saveAnyway}
          </button>
        ) : null}
      </p>
    </form>
  );
};
