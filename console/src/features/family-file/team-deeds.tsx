import { useState } from 'react';
import { HandLeadOver } from '../../graph/asked/hand-lead-over.ts';
import { LeaveTeam } from '../../graph/asked/leave-team.ts';
import { change, useChange } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { followsFamilies, maySearchFamilies } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import type { Family } from './file-page.tsx';
import { type TeamDeed, teamDeeds } from './support.rules.ts';
import { supportWords } from './support-words.ts';
import { useHeld } from './use-held.ts';
import { useWriter } from './writer.ts';

export type Member = NonNullable<Family['supportTeam']>[number];

type DeedProps = {
  readonly family: Family;
  readonly member: Member;
  readonly team: readonly Member[];
  readonly onTold: (notYet: readonly string[]) => void;
};
type FormProps = DeedProps & { readonly onClose: () => void };

const teamOf = ({ supportTeam }: Family) => supportTeam;

const nameOf = ({ professional }: Member): string => professional?.name ?? '';

const leave = ({ id, version }: Member) =>
  change(LeaveTeam, { input: { memberId: id, version } }, (data) => data.leaveSupportTeam);

/** The file may be closed to who has left: what is said of it stays until it is read. */
const Left = ({ notYet, onClose }: { readonly notYet: readonly string[]; readonly onClose: () => void }) => {
  const role = usePerson()?.role;
  return (
    <Dialog
      title={supportWords.left}
      onClose={onClose}
      foot={
        role && maySearchFamilies(role) ? (
          <Link to="/families" className="button primary">
            {followsFamilies(role) ? supportWords.toMine : supportWords.toFamilies}
          </Link>
        ) : (
          <Link to="/" className="button primary">
            {words.failure.home}
          </Link>
        )
      }
    >
      <NotYetTold agencies={notYet} />
    </Dialog>
  );
};

/** Ends a membership; somebody may have changed it since. */
const useLeaving = ({ family, member }: FormProps, said: string) => {
  const { isBusy, problem, make } = useChange();
  const { seen, look } = useHeld(member, family, teamOf);
  const end = async () => {
    const sent = leave(seen);
    const left = await make(sent, said);
    look(await sent);
    return left;
  };
  return { isBusy, problem, end };
};

const LeaveForm = (props: FormProps) => {
  const { team, onClose } = props;
  const [notYet, setNotYet] = useState<readonly string[]>();
  const { isBusy, problem, end } = useLeaving(props, supportWords.left);
  const send = async () => {
    const left = await end();
    if (left) setNotYet(left.notYetTold);
  };
  if (notYet) return <Left notYet={notYet} onClose={onClose} />;
  return (
    <FormDialog
      title={words.about(supportWords.leave, props.family.displayName ?? '')}
      lead={supportWords.leaveLead}
      send={supportWords.leave}
      isBusy={isBusy}
      isDeed
      problem={problem}
      leave={isBusy ? undefined : supportWords.stay}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{team.length > 1 ? supportWords.leaveTasks : supportWords.leaveAlone}</p>
    </FormDialog>
  );
};

const RemoveForm = (props: FormProps) => {
  const { member, onTold, onClose } = props;
  const name = nameOf(member);
  const { isBusy, problem, end } = useLeaving(props, supportWords.removed(name));
  const send = async () => {
    const removed = await end();
    if (!removed) return;
    onTold(removed.notYetTold);
    onClose();
  };
  return (
    <FormDialog
      title={supportWords.removeTitle(name)}
      lead={supportWords.removeLead(name)}
      send={supportWords.remove}
      isBusy={isBusy}
      isDeed
      problem={problem}
      leave={isBusy ? undefined : supportWords.keep}
      onSend={() => void send()}
      onClose={onClose}
    />
  );
};

const HandOverForm = ({ family, member, team, onTold, onClose }: FormProps) => {
  const [to, setTo] = useState('');
  const { seen, look } = useHeld(member, family, teamOf);
  const { isBusy, problem, make, setProblem } = useChange();
  const others = team.filter(({ id }) => id !== member.id);
  const send = async () => {
    if (to === '') return setProblem(supportWords.handOverNeeded);
    const input = { memberId: seen.id, version: seen.version, toMemberId: to };
    const sent = change(HandLeadOver, { input }, (data) => data.handOverLead);
    const handed = await make(sent, supportWords.handedOver);
    look(await sent);
    if (!handed) return;
    onTold(handed.notYetTold);
    onClose();
  };
  return (
    <FormDialog
      title={words.about(supportWords.handOver, family.displayName ?? '')}
      lead={supportWords.handOverLead}
      send={supportWords.handOver}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ChoiceField
        label={supportWords.handOverTo}
        value={to}
        none={supportWords.choose}
        of={others.map((each) => ({ value: each.id, label: nameOf(each) }))}
        onChange={(id = '') => {
          setProblem(undefined);
          setTo(id);
        }}
      />
    </FormDialog>
  );
};

const forms: Readonly<Record<TeamDeed, (props: FormProps) => React.ReactNode>> = {
  LEAVE: LeaveForm,
  REMOVE: RemoveForm,
  HAND_OVER: HandOverForm,
};

const saidOf: Readonly<Record<TeamDeed, string>> = {
  LEAVE: supportWords.leave,
  REMOVE: supportWords.remove,
  HAND_OVER: supportWords.handOver,
};

/** What whoever looks at a team may do of one of its members. */
export const TeamDeeds = (props: DeedProps) => {
  const open = useDialog();
  const deeds = teamDeeds(props.member, props.team, useWriter());
  return deeds.map((deed) => {
    const Form = forms[deed];
    return (
      <button
        key={deed}
        type="button"
        className="button plain dense no-print"
        onClick={() => open((close) => <Form {...props} onClose={close} />)}
      >
        {saidOf[deed]}
        <span className="unseen">{deed === 'REMOVE' ? nameOf(props.member) : ''}</span>
      </button>
    );
  });
};
