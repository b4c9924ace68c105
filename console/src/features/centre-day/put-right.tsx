import { useState } from 'react';
import { PutAttendanceRight } from '../../graph/asked/put-attendance-right.ts';
import { change, useChange } from '../../graph/change.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Child, nameOf, notedOf } from './child-line.tsx';
import { lackOfRighted, type RightedDraft, rightedAtOnce, rightedDraft, rightedInput } from './door.rules.ts';
import { presenceOf } from './taps.rules.ts';
import { dayWords } from './words.ts';

type Righted = Pick<ReturnType<typeof rightedInput>, 'outcome' | 'reason'> & {
  readonly arrivedAt?: string | null;
  readonly leftAt?: string | null;
};

const putRight = ({ booking: { id, version } }: Child, righted: Righted) =>
  change(
    PutAttendanceRight,
    { input: { bookingId: id, version, ...righted } },
    (data) => data.correctAttendance,
  );

const OUTCOMES = ['ATTENDED', 'ABSENT'] as const;

const Fields = ({
  draft,
  set,
}: {
  readonly draft: RightedDraft;
  readonly set: (more: Partial<RightedDraft>) => void;
}) => (
  <>
    <fieldset className="filters">
      <legend className="strong">{dayWords.outcome}</legend>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="pill"
          aria-pressed={outcome === draft.outcome}
          onClick={() => set({ outcome })}
        >
          {dayWords.outcomes[outcome]}
        </button>
      ))}
    </fieldset>
    {draft.outcome === 'ATTENDED' ? (
      <>
        <InputField
          label={dayWords.arrivedAt}
          type="time"
          value={draft.arrived}
          onChange={(arrived) => set({ arrived })}
        />
        <InputField
          label={dayWords.leftAt}
          type="time"
          value={draft.left}
          onChange={(left) => set({ left })}
        />
      </>
    ) : null}
    <TextField label={dayWords.reason} value={draft.reason} onChange={(reason) => set({ reason })} />
  </>
);

/** Whether a child came, and when in truth; what was noted before stays to be read. */
const RightForm = ({ child, onClose }: { readonly child: Child; readonly onClose: () => void }) => {
  const [draft, setDraft] = useState(() => rightedDraft(notedOf(child)));
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    const lack = lackOfRighted(draft);
    if (lack) return setProblem(dayWords.lacks[lack]);
    const day = dayOf(child.booking.startsAt);
    if (await make(putRight(child, rightedInput(draft, day)), dayWords.righted)) onClose();
  };
  return (
    <FormDialog
      title={dayWords.rightTitle(nameOf(child))}
      lead={dayWords.rightLead}
      send={dayWords.right}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        set={(more) => {
          setProblem(undefined);
          setDraft({ ...draft, ...more });
        }}
      />
    </FormDialog>
  );
};

/** One touch takes back what a touch noted wrongly; times are put right in a few more. */
export const PutRight = ({ child, isToday }: { readonly child: Child; readonly isToday: boolean }) => {
  const { isBusy, problem, make } = useChange();
  const open = useDialog();
  const presence = presenceOf(notedOf(child));
  if (presence === 'expected') return null;
  const act = () => {
    const righted = rightedAtOnce(presence, isToday ? new Date().toISOString() : undefined);
    return make(putRight(child, { ...righted, reason: dayWords.wrongReason }), dayWords.righted);
  };
  return (
    <>
      <button
        type="button"
        className="button plain dense"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void act()}
      >
        {dayWords.wrong[presence]}
        <span className="unseen">{nameOf(child)}</span>
      </button>
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <RightForm child={child} onClose={close} />)}
      >
        {dayWords.rightOpen}
        <span className="unseen">{nameOf(child)}</span>
      </button>
      <Problem said={problem} />
    </>
  );
};
