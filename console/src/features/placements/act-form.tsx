import { saySpan } from '../../cover/cover.rules.ts';
import { UncoveredList } from '../../cover/uncovered-list.tsx';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { WeekField } from '../../ui/week-field.tsx';
import type { Placement } from './chosen-placement.tsx';
import { actsOf, type Draft, hasReason } from './placements.rules.ts';
import { SectionField } from './section-field.tsx';
import { type Foreseen, useActing } from './use-acting.ts';
import { placementWords } from './words.ts';

type FieldsProps = {
  readonly placement: Placement;
  readonly draft: Draft;
  readonly set: (more: Partial<Draft>) => void;
};

const Fields = ({ placement, draft, set }: FieldsProps) => {
  const { act } = draft;
  return (
    <>
      <p className="small muted">{placementWords.hint[act]}</p>
      <div className="placement-days">
        <InputField
          label={placementWords.first[act]}
          type="date"
          value={draft.from}
          onChange={(from) => set({ from, ...(act === 'ABSENCE' && draft.to < from && { to: from }) })}
        />
        {act === 'ABSENCE' || act === 'SUSPEND' ? (
          <InputField
            label={placementWords.until[act]}
            type="date"
            value={draft.to}
            onChange={(to) => set({ to })}
          />
        ) : null}
      </div>
      {act === 'CHANGE' ? (
        <>
          <fieldset className="placement-week">
            <legend className="strong">{placementWords.week}</legend>
            <WeekField week={draft.week} onChange={(week) => set({ week })} />
          </fieldset>
          <SectionField
            placement={placement}
            centreId={draft.centreId}
            sectionId={draft.sectionId}
            onChange={set}
          />
        </>
      ) : null}
      {hasReason(act) ? (
        <TextField
          label={placementWords.reason}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
    </>
  );
};

const Would = ({ foreseen: { placement, uncoveredMilestones } }: { readonly foreseen: Foreseen }) => (
  <div className="notice placement-would" role="status">
    <div className="stack">
      <ArrivedHeading level={3}>{placementWords.would}</ArrivedHeading>
      {placement ? (
        <p>
          {placementWords.comes(
            labels.PlacementStatus[placement.status],
            sayDay(placement.endsOn, 'date', language),
            placementWords.where(placement.section.centre.name, placement.section.name),
          )}
        </p>
      ) : null}
      <p className="strong">
        {uncoveredMilestones.length > 0
          ? placementWords.uncovered(uncoveredMilestones.length)
          : placementWords.noUncovered}
      </p>
      <UncoveredList milestones={uncoveredMilestones} />
    </div>
  </div>
);

const Lacking = ({ stays }: { readonly stays: Foreseen['lackingStays'] }) =>
  stays.length === 0 ? null : (
    <div>
      <p className="strong small">{placementWords.lacking}</p>
      <ul className="dated">
        {stays.map((stay) => (
          <li key={stay.startsAt} className="small">
            <span className="figures">
              {sayDay(dayOf(stay.startsAt), 'short', language)}, {saySpan(stay)}
            </span>{' '}
            : {stay.obstacle.message}
          </li>
        ))}
      </ul>
    </div>
  );

type ButtonsProps = Pick<ReturnType<typeof useActing>, 'foreseen' | 'look' | 'act' | 'begin' | 'isBusy'> & {
  readonly name: string;
};

/** Once it is known what it takes, the button that stands out is the one that leaves all as it is; while it is done there is no way back. */
const Buttons = ({ foreseen, look, act, begin, isBusy, name }: ButtonsProps) => {
  const does = (what: () => Promise<void>) => (isBusy ? undefined : () => void what());
  return (
    <p className="row no-print">
      {foreseen ? null : (
        <button
          key="look"
          type="button"
          className="button primary"
          aria-disabled={isBusy}
          onClick={does(look)}
        >
          {placementWords.look}
        </button>
      )}
      <button
        key="leave"
        type="button"
        className={foreseen ? 'button primary' : 'button plain'}
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => begin(undefined)}
      >
        {placementWords.leave}
      </button>
      {foreseen ? (
        <button key="do" type="button" className="button" aria-disabled={isBusy} onClick={does(act)}>
          {isBusy ? words.sending : name}
        </button>
      ) : null}
    </p>
  );
};

type ActsProps = Pick<ReturnType<typeof useActing>, 'draft' | 'begin' | 'isBusy'> & {
  readonly placement: Placement;
};

const Acts = ({ placement, draft, begin, isBusy }: ActsProps) => {
  const acts = actsOf(placement);
  return (
    <fieldset className="filters no-print" disabled={isBusy}>
      <legend className="strong">{placementWords.what}</legend>
      {acts.map((each) => (
        <button
          key={each}
          type="button"
          className="pill"
          aria-pressed={each === draft?.act}
          onClick={each === draft?.act ? undefined : () => begin(each)}
        >
          {placementWords.acts[each]}
        </button>
      ))}
      {acts.includes('CHANGE') ? null : <span className="small muted">{placementWords.notDaily}</span>}
    </fieldset>
  );
};

/** What can be done with a placement: chosen, written, looked at, and only then done. */
export const ActForm = ({ placement }: { readonly placement: Placement }) => {
  const acting = useActing(placement);
  const { draft, set, foreseen, lacking, problem, isBusy, isWritten } = acting;
  useUnsaved(isWritten);
  if (actsOf(placement).length === 0) return <p className="muted">{placementWords.isOver}</p>;
  return (
    <div className="stack">
      <Acts placement={placement} {...acting} />
      {draft ? (
        <>
          <fieldset className="bare" disabled={isBusy}>
            <Fields placement={placement} draft={draft} set={set} />
          </fieldset>
          {foreseen ? <Would foreseen={foreseen} /> : null}
          <Problem said={problem} />
          <Lacking stays={lacking} />
          <Buttons {...acting} name={placementWords.acts[draft.act]} />
        </>
      ) : null}
    </div>
  );
};
