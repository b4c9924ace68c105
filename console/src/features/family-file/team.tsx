import { useState } from 'react';
import { JoinTeam } from '../../graph/asked/join-team.ts';
import { change, useChange } from '../../graph/change.ts';
import { type Known, known, listOf } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { followsFamilies, mayRegister } from '../../shell/places.rules.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { Phone } from '../../ui/phone.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useIds } from '../../ui/use-ids.ts';
import { type Referral, ReferralDeeds, referralSayers } from './correct-referral.tsx';
import { leads, unanswered } from './entrust.rules.ts';
import { EntrustButton } from './entrust-form.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { PutRight } from './put-right.tsx';
import { SplitButton } from './split-form.tsx';
import { maySplit } from './support.rules.ts';
import { type Member, TeamDeeds } from './team-deeds.tsx';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

/** A caseworker takes a family that nobody follows, and leads its team. */
type TakeProps = { readonly familyId: string; readonly onTold: (notYet: readonly string[]) => void };

const TakeButton = ({ familyId, onTold }: TakeProps) => {
  const idOf = useIds();
  const { isBusy, problem, make } = useChange();
  const take = async () => {
    const input = { familyId, isLead: true };
    const taken = await make(
      change(JoinTeam, { input: { ...input, id: idOf(input) } }, (data) => data.joinSupportTeam),
      fileWords.taken,
    );
    if (taken) onTold(taken.notYetTold);
  };
  return (
    <>
      <button
        type="button"
        className="button dense no-print"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void take()}
      >
        {isBusy ? words.sending : fileWords.take}
      </button>
      <Problem said={problem} />
    </>
  );
};

const whomOf = ({ addressee, target }: Referral): string => addressee?.name ?? labels.ReferralTarget[target];

type EntrustedProps = { readonly family: Family; readonly onTold: (notYet: readonly string[]) => void };
type WaitingProps = EntrustedProps & { readonly referrals: readonly Referral[] };

const Waiting = ({ referrals, family, onTold }: WaitingProps) => (
  <ul>
    {referrals.map((referral) => (
      <li key={referral.id} id={`about-${referral.id}`} tabIndex={-1} className="side-line small">
        {fileWords.entrustedTo(whomOf(referral))}{' '}
        <span className="tag">{labels.ReferralStatus[referral.status]}</span>{' '}
        <span className="faint">
          {sayNearDay(dayOf(referral.sentAt), dayOf(Date.now()), words.near, language)}
        </span>
        <PutRight corrections={referral.corrections} sayers={referralSayers} />
        <ReferralDeeds family={family} referral={referral} name={whomOf(referral)} onTold={onTold} />
      </li>
    ))}
  </ul>
);

type Team = Known<NonNullable<Family['supportTeam']>>;
type DeedsProps = {
  readonly family: Family;
  readonly team: Team;
  readonly onTold: (notYet: readonly string[]) => void;
};

const Deeds = ({ family, team, onTold }: DeedsProps) => {
  const person = useWriter();
  const isNobody = listOf(team).length === 0 && (team.is === 'none' || team.is === 'known');
  return (
    <p className="row">
      {isNobody && person && followsFamilies(person.role) ? (
        <TakeButton familyId={family.id} onTold={onTold} />
      ) : null}
      {mayRegister(person?.role) && team.is !== 'away' ? (
        <EntrustButton family={family} isLead={leads(listOf(team), person?.sub)} onTold={onTold} />
      ) : null}
      {maySplit(listOf(team), family.adults, person) ? <SplitButton family={family} /> : null}
    </p>
  );
};

/** What waits for an answer; that it could not be read, or is not shared, is no "none". */
const Entrusted = ({ part, ...rest }: EntrustedProps & { readonly part: Known<readonly Referral[]> }) => (
  <>
    <Waiting referrals={unanswered(listOf(part))} {...rest} />
    {part.is === 'away' || part.is === 'not-shared' ? (
      <p className="row small">
        {words.shell.inbox} : <AbsentTag part={part} none={fileWords.noReferral} />
      </p>
    ) : null}
    <PartialNote part={part} />
  </>
);

type LineProps = {
  readonly family: Family;
  readonly member: Member;
  readonly team: readonly Member[];
  readonly onTold: (notYet: readonly string[]) => void;
};

const MemberLine = (props: LineProps) => {
  const { isLead, professional } = props.member;
  return (
    <li className="side-line">
      <p className="row">
        <b>{professional?.name}</b>
        {isLead ? <span className="tag">{fileWords.lead}</span> : null}
      </p>
      <p className="faint row">
        {professional ? labels.ProfessionalRole[professional.role] : ''}
        {professional?.phone ? <Phone number={professional.phone} name={professional.name} /> : null}
        <TeamDeeds {...props} />
      </p>
    </li>
  );
};

export const TeamPart = ({ answer, family }: PartProps) => {
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const team = known(answer, ['family', 'supportTeam'], family.supportTeam);
  const referrals = known(answer, ['family', 'referrals'], family.referrals);
  return (
    <section className="card side-part" aria-labelledby="team">
      <h2 id="team">{fileWords.team}</h2>
      {team.is === 'known' && team.value.length > 0 ? (
        <ul>
          {team.value.map((member) => (
            <MemberLine
              key={member.id}
              family={family}
              member={member}
              team={team.value}
              onTold={setNotYet}
            />
          ))}
        </ul>
      ) : (
        <AbsentTag part={team.is === 'known' ? { is: 'none' } : team} none={fileWords.noTeam} />
      )}
      <PartialNote part={team} />
      <NotYetTold agencies={notYet} />
      <Entrusted part={referrals} family={family} onTold={setNotYet} />
      <Deeds family={family} team={team} onTold={setNotYet} />
    </section>
  );
};
