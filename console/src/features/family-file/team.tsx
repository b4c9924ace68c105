import { known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { Phone } from '../../ui/phone.tsx';
import type { PartProps } from './file-page.tsx';
import { fileWords } from './words.ts';

export const TeamPart = ({ answer, family }: PartProps) => {
  const team = known(answer, ['family', 'supportTeam'], family.supportTeam);
  return (
    <section className="card side-part" aria-labelledby="team">
      <h2 id="team">{fileWords.team}</h2>
      {team.is === 'known' ? (
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
        <AbsentTag part={team} none={fileWords.noTeam} />
      )}
      <PartialNote part={team} />
    </section>
  );
};
