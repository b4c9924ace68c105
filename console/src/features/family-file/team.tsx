import { useState } from 'react';
import { JoinTeam } from '../../graph/asked/join-team.ts';
import { change, useChange } from '../../graph/change.ts';
import { type Known, known, listOf } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { followsFamilies, mayRegister } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { Phone } from '../../ui/phone.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useIds } from '../../ui/use-ids.ts';
import { leads, unanswered } from './entrust.rules.ts';
import { EntrustButton } from './entrust-form.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { fileWords } from './words.ts';

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

type Referral = NonNullable<Family['referrals']>[number];

const Waiting = ({ referrals }: { readonly referrals: readonly Referral[] }) => (
  <ul>
    {referrals.map(({ id, target, status, sentAt, addressee }) => (
      <li key={id} id={`about-${id}`} tabIndex={-1} className="side-line small">
        {fileWords.entrustedTo(addressee?.name ?? labels.ReferralTarget[target])}{' '}
        <span className="tag">{labels.ReferralStatus[status]}</span>{' '}
        <span className="faint">{sayNearDay(dayOf(sentAt), dayOf(Date.now()), words.near, language)}</span>
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
  const person = usePerson();
  const isNobody = listOf(team).length === 0 && (team.is === 'none' || team.is === 'known');
  return (
    <p className="row">
      {isNobody && person && followsFamilies(person.role) ? (
        <TakeButton familyId={family.id} onTold={onTold} />
      ) : null}
      {mayRegister(person?.role) && team.is !== 'away' ? (
        <EntrustButton family={family} isLead={leads(listOf(team), person?.sub)} onTold={onTold} />
      ) : null}
    </p>
  );
};

/** What waits for an answer; that it could not be read, or is not shared, is no "none". */
const Entrusted = ({ part }: { readonly part: Known<readonly Referral[]> }) => (
  <>
    <Waiting referrals={unanswered(listOf(part))} />
    {part.is === 'away' || part.is === 'not-shared' ? (
      <p className="row small">
        {words.shell.inbox} : <AbsentTag part={part} none={fileWords.noReferral} />
      </p>
    ) : null}
    <PartialNote part={part} />
  </>
);

export const TeamPart = ({ answer, family }: PartProps) => {
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const team = known(answer, ['family', 'supportTeam'], family.supportTeam);
  const referrals = known(answer, ['family', 'referrals'], family.referrals);
  return (
    <section className="card side-part" aria-labelledby="team">
      <h2 id="team">{fileWords.team}</h2>
      {team.is === 'known' && team.value.length > 0 ? (
        <ul>
          {team.value.map(({ id, isLead, professional }) => (
            <li key={id} className="side-line">
              <p className="row">
                <b>{professional?.name}</b>
                {isLead ? <span className="tag">{fileWords.lead}</span> : null}
              </p>
              <p className="faint row">
                {professional ? labels.ProfessionalRole[professional.role] : ''}
                {professional?.phone ? <Phone number={professional.phone} name={professional.name} /> : null}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <AbsentTag part={team.is === 'known' ? { is: 'none' } : team} none={fileWords.noTeam} />
      )}
      <PartialNote part={team} />
      <NotYetTold agencies={notYet} />
      <Entrusted part={referrals} />
      <Deeds family={family} team={team} onTold={setNotYet} />
    </section>
  );
};
