import { useState } from 'react';
import { NoteReview } from '../../graph/asked/note-review.ts';
import { OpenedInEmergency } from '../../graph/asked/opened-in-emergency.ts';
import type { OpenedInEmergencyQuery, ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { agencyName } from '../../messages/agency.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
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
  const [finding, setFinding] = useState<Finding>();
  const [remark, setRemark] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (!finding) return setProblem(auditWords.findingNeeded);
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
  const open = useDialog();
  const { professional, familyReference, openedWithinDay, beganAt, until, endedAt, reason } = opened;
  const name = saidOf(opened);
  return (
    <li className="audit-line">
      <div>
        <p>
          <b>{name}</b> <span className="muted">· {agencyName(professional?.agency)}</span>{' '}
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
          <button
            type="button"
            className="button primary dense"
            onClick={() => open((close) => <ReviewForm opened={opened} onClose={close} />)}
          >
            {auditWords.review}
            <span className="unseen">{name}</span>
          </button>
        )}
      </p>
    </li>
  );
};

type PartProps = { readonly isReviewed: boolean } & Pick<AuditProps, 'onSearch'>;

type PageProps = PartProps & {
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const OpenedPage = ({ isReviewed, onSearch, after, isLast, onMore }: PageProps) => {
  const variables = { reviewed: isReviewed, ...(after && { after }) };
  const { data: answer, error, refetch } = useAnswer(OpenedInEmergency, variables, { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.breakGlasses;
  return (
    <>
      {edges.length === 0 && after === undefined ? (
        <p className="muted">{isReviewed ? auditWords.noneReviewed : auditWords.noneToReview}</p>
      ) : null}
      <ul>
        {edges.map(({ node }) => (
          <OpenedLine key={node.id} opened={node} onSearch={onSearch} />
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

/** The files that were opened in an emergency: those that wait for a review, or those that had it. */
export const EmergenciesPart = (props: PartProps) => {
  const pages = usePages('');
  const id = props.isReviewed ? 'reviewed' : 'to-review';
  return (
    <section className="card audit-part" aria-labelledby={id}>
      <h2 id={id}>{props.isReviewed ? auditWords.reviewed : auditWords.toReview}</h2>
      {pages.all.map((after) => (
        <OpenedPage
          key={after ?? 'first'}
          {...props}
          after={after}
          isLast={after === pages.last}
          onMore={pages.more}
        />
      ))}
    </section>
  );
};
