import { useState } from 'react';
import { NoteReview } from '../../graph/asked/note-review.ts';
import { OpenedInEmergency } from '../../graph/asked/opened-in-emergency.ts';
import type { OpenedInEmergencyQuery, ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { MorePages } from '../../ui/pages.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AuditProps } from './audit-page.tsx';
import { auditWords } from './words.ts';

type Opened = OpenedInEmergencyQuery['breakGlasses']['edges'][number]['node'];
type Finding = ShownEnums['BreakGlassFinding'];

const FINDINGS: readonly Finding[] = ['JUSTIFIED', 'NOT_JUSTIFIED'];

const near = (at: string) =>
  `${sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language)} ${timeOf(at)}`;

const saidOf = ({ professional, familyReference }: Opened): string =>
  auditWords.opened(professional?.name ?? auditWords.somebody, familyReference ?? auditWords.unknown);

const useReview = (opened: Opened, onDone: () => void) => {
  const [finding, setFinding] = useState<Finding>('JUSTIFIED');
  const [remark, setRemark] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (finding === 'NOT_JUSTIFIED' && remark.trim() === '') return setProblem(auditWords.remarkNeeded);
    const input = {
      breakGlassId: opened.id,
      version: opened.version,
      finding,
      remark: remark.trim() || null,
    };
    const done = await make(
      change(NoteReview, { input }, (data) => data.reviewBreakGlass),
      auditWords.noted,
    );
    if (done) onDone();
  };
  return { finding, setFinding, remark, setRemark, isBusy, problem, send };
};

const ReviewForm = ({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) => {
  const { finding, setFinding, remark, setRemark, isBusy, problem, send } = useReview(opened, onClose);
  return (
    <FormDialog
      title={saidOf(opened)}
      lead={auditWords.reviewLead}
      send={auditWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <fieldset className="filters">
        <legend className="strong">{auditWords.finding}</legend>
        {FINDINGS.map((each) => (
          <button
            key={each}
            type="button"
            className="pill"
            aria-pressed={each === finding}
            onClick={() => setFinding(each)}
          >
            {labels.BreakGlassFinding[each]}
          </button>
        ))}
      </fieldset>
      <TextField label={auditWords.remark} isLong value={remark} onChange={setRemark} />
    </FormDialog>
  );
};

const Found = ({ opened }: { readonly opened: Opened }) =>
  opened.finding && opened.reviewedAt ? (
    <p className="small">
      <b className={opened.finding === 'NOT_JUSTIFIED' ? 'wrong' : ''}>
        {labels.BreakGlassFinding[opened.finding]}
      </b>{' '}
      {auditWords.by(opened.reviewedByName ?? '', sayDay(dayOf(opened.reviewedAt), 'date', language))}
      {opened.remark ? ` : ${opened.remark}` : ''}
    </p>
  ) : null;

type LineProps = { readonly opened: Opened } & Pick<AuditProps, 'onSearch'>;

const OpenedLine = ({ opened, onSearch }: LineProps) => {
  const [isOpen, setOpen] = useState(false);
  const { professional, familyReference, openedWithinDay, beganAt, until, endedAt, reason } = opened;
  const name = saidOf(opened);
  return (
    <li className="audit-line">
      <div>
        <p>
          <b>{name}</b> <span className="muted">· {professional?.agency}</span>{' '}
          {openedWithinDay && openedWithinDay > 1 ? (
            <span className="tag late">{auditWords.many(openedWithinDay)}</span>
          ) : null}
        </p>
        <p className="small muted figures">{auditWords.when(near(beganAt), near(endedAt ?? until))}</p>
        <p className="small">
          {auditWords.reason} : {reason}
        </p>
        <Found opened={opened} />
      </div>
      <p className="row no-print">
        <button
          type="button"
          className="button dense"
          onClick={() =>
            onSearch({ show: 'accesses', reference: familyReference ?? undefined, sub: professional?.sub })
          }
        >
          {auditWords.seeLog}
          <span className="unseen">{name}</span>
        </button>
        {opened.finding ? null : (
          <button type="button" className="button primary dense" onClick={() => setOpen(true)}>
            {auditWords.review}
            <span className="unseen">{name}</span>
          </button>
        )}
      </p>
      {isOpen ? <ReviewForm opened={opened} onClose={() => setOpen(false)} /> : null}
    </li>
  );
};

type PartProps = { readonly isReviewed: boolean } & Pick<AuditProps, 'onSearch'>;

/** The files that were opened in an emergency: those that wait for a review, or those that had it. */
export const EmergenciesPart = ({ isReviewed, onSearch }: PartProps) => {
  const [after, setAfter] = useState<string>();
  const variables = { reviewed: isReviewed, ...(after && { after }) };
  const { data: answer, error, refetch } = useAnswer(OpenedInEmergency, variables, { keepsLast: true });
  const id = isReviewed ? 'reviewed' : 'to-review';
  const list = answer?.data.breakGlasses;
  return (
    <section className="card audit-part" aria-labelledby={id}>
      <h2 id={id}>{isReviewed ? auditWords.reviewed : auditWords.toReview}</h2>
      {answer ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      {list?.edges.length === 0 ? (
        <p className="muted">{isReviewed ? auditWords.noneReviewed : auditWords.noneToReview}</p>
      ) : null}
      <ul>
        {list?.edges.map(({ node }) => (
          <OpenedLine key={node.id} opened={node} onSearch={onSearch} />
        ))}
      </ul>
      <MorePages page={list?.pageInfo} onMore={setAfter} />
    </section>
  );
};
