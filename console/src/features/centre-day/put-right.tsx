import { useState } from 'react';
import { PutAttendanceRight } from '../../graph/asked/put-attendance-right.ts';
import { change, useChange } from '../../graph/change.ts';
import { useSeen } from '../../graph/use-seen.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnsavedDraft } from '../../ui/use-unsaved.ts';
import { type Child, nameOf, notedOf, type ReadAgain } from './child.ts';
import { lackOfRighted, type RightedDraft, rightedAtOnce, rightedDraft, rightedInput } from './door.rules.ts';
import { presenceOf } from './taps.rules.ts';
import { dayWords } from './words.ts';

type Righted = {
  readonly outcome: RightedDraft['outcome'];
  readonly reason: string;
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

type RightProps = { readonly child: Child; readonly readAgain: ReadAgain };

const useRighting = ({ child, readAgain, onClose }: RightProps & { readonly onClose: () => void }) => {
  const [begun] = useState(() => rightedDraft(notedOf(child)));
  const [draft, setDraft] = useState(begun);
  const { seen, isOtherNow, lookAgain } = useSeen(child, () => readAgain(child.booking.id));
  const { isBusy, problem, make, setProblem } = useChange();
  useUnsavedDraft(draft);
  const sendIt = async () => {
    const changed = await putRight(seen, rightedInput(draft, begun, dayOf(child.booking.startsAt)));
    await lookAgain(changed.payload);
    return changed;
  };
  const send = async () => {
    const lack = lackOfRighted(draft);
    if (lack) return setProblem(dayWords.lacks[lack]);
    if (await make(sendIt(), dayWords.righted)) onClose();
  };
  const set = (more: Partial<RightedDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  return { draft, set, seen, isOtherNow, isBusy, problem, send };
};

/** Whether a child came, and when in truth; what was noted before stays to be read. */
const RightForm = (props: RightProps & { readonly onClose: () => void }) => {
  const { draft, set, seen, isOtherNow, isBusy, problem, send } = useRighting(props);
  const { arrived, left } = rightedDraft(notedOf(seen));
  return (
    <FormDialog
      title={dayWords.rightTitle(nameOf(props.child))}
      lead={dayWords.rightLead}
      send={dayWords.right}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      {isOtherNow ? (
        <p className="notice" role="status">
          {dayWords.otherNow(dayWords.presence[presenceOf(notedOf(seen))], arrived, left)}
        </p>
      ) : null}
      <Fields draft={draft} set={set} />
    </FormDialog>
  );
};

type PutRightProps = RightProps & { readonly isToday: boolean };

/** One touch takes back what a touch noted wrongly; all else is put right in a form. */
export const PutRight = ({ child, isToday, readAgain }: PutRightProps) => {
  const { isBusy, problem, make } = useChange();
  const open = useDialog();
  const presence = presenceOf(notedOf(child));
  const { endsAt } = child.booking;
  const atOnce = () => rightedAtOnce(presence, { now: new Date().toISOString(), endsAt, isToday });
  const act = async () => {
    const righted = atOnce();
    if (righted && presence !== 'expected')
      await make(putRight(child, { ...righted, reason: dayWords.wrongReason[presence] }), dayWords.righted);
  };
  return (
    <>
      {presence !== 'expected' && atOnce() ? (
        <button
          type="button"
          className="button plain dense"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : () => void act()}
        >
          {dayWords.wrong[presence]}
          <span className="unseen">{nameOf(child)}</span>
        </button>
      ) : null}
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <RightForm child={child} readAgain={readAgain} onClose={close} />)}
      >
        {dayWords.rightOpen}
        <span className="unseen">{nameOf(child)}</span>
      </button>
      <Problem said={problem} />
    </>
  );
};
