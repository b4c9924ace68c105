import { useState } from 'react';
import { ChangeBenefit } from '../../graph/asked/change-benefit.ts';
import { NoteResources } from '../../graph/asked/note-resources.ts';
import { OpenBenefit } from '../../graph/asked/open-benefit.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import {
  amountIn,
  type BenefitDraft,
  changeInput,
  hasAmount,
  hasReason,
  isForChild,
  lackOfBenefit,
  lackOfResources,
  openInput,
  type ResourcesDraft,
  resourcesInput,
  SCHEMES,
  statesOf,
} from './benefit-forms.rules.ts';
import type { Family } from './file-page.tsx';
import { fileWords } from './words.ts';

type Entitlement = NonNullable<Family['entitlements']>[number];
type Closing = { readonly onClose: () => void };
type BenefitProps = { readonly family: Family; readonly entitlement: Entitlement | undefined };
type FieldsProps = {
  readonly draft: BenefitDraft;
  readonly set: (more: Partial<BenefitDraft>) => void;
};

const draftOf = (entitlement: Entitlement | undefined): BenefitDraft => ({
  scheme: entitlement?.scheme ?? 'RSA',
  adultId: entitlement?.adult?.id ?? '',
  childId: '',
  state: entitlement?.state ?? 'OPEN',
  from: dayOf(Date.now()),
  // What is on record stays unless somebody changes it.
  amount: amountIn(entitlement?.monthlyAmountCents ?? null),
  reason: '',
});

const nameOf = ({ scheme, adult }: Entitlement): string =>
  [labels.Scheme[scheme], adult?.firstName].filter(Boolean).join(' · ');

const whoseOf = (family: Family) =>
  (family.adults ?? []).map(({ id, firstName }) => ({ value: id, label: firstName ?? '' }));

const NewFields = ({ family, draft, set }: FieldsProps & { readonly family: Family }) => (
  <>
    <ChoiceField
      label={fileWords.table.scheme}
      value={draft.scheme}
      of={SCHEMES.map((scheme) => ({ value: scheme, label: labels.Scheme[scheme] }))}
      onChange={(scheme = 'RSA') => set({ scheme })}
    />
    <ChoiceField
      label={fileWords.whose}
      value={draft.adultId}
      of={whoseOf(family)}
      none={fileWords.wholeFamily}
      onChange={(adultId = '') => set({ adultId })}
    />
    {isForChild(draft.scheme) ? (
      <ChoiceField
        label={fileWords.forChild}
        value={draft.childId}
        of={(family.children ?? []).map(({ id, firstName }) => ({ value: id, label: firstName ?? '' }))}
        none={fileWords.childUnsaid}
        onChange={(childId = '') => set({ childId })}
      />
    ) : null}
  </>
);

const StateFields = ({ draft, set, isNew }: FieldsProps & { readonly isNew: boolean }) => (
  <>
    <ChoiceField
      label={fileWords.table.state}
      value={draft.state}
      of={statesOf(draft.scheme, isNew, draft.state).map((state) => ({
        value: state,
        label: labels.EntitlementStatus[state],
      }))}
      onChange={(state = 'OPEN') => set({ state })}
    />
    <InputField
      label={fileWords.stateFrom}
      type="date"
      value={draft.from}
      onChange={(from) => set({ from })}
    />
    {hasAmount(draft.state) ? (
      <TextField
        label={fileWords.monthly}
        hint={fileWords.monthlyHint}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
      />
    ) : null}
    {hasReason(draft.scheme, draft.state) ? (
      <TextField
        label={fileWords.reasonCode}
        hint={fileWords.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    ) : null}
  </>
);

const BenefitForm = ({ family, entitlement, onClose }: BenefitProps & Closing) => {
  const [draft, setDraft] = useState(() => draftOf(entitlement));
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  const title = entitlement ? fileWords.changeBenefit : fileWords.openBenefit;
  const set = (more: Partial<BenefitDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const sent = (): Promise<Changed<{ readonly refusal: { readonly message: string } | null }>> =>
    entitlement
      ? change(
          ChangeBenefit,
          { input: changeInput(draft, entitlement.id, entitlement.version) },
          (data) => data.changeEntitlementState,
        )
      : change(
          OpenBenefit,
          { input: openInput(draft, family.id, idOf(draft)) },
          (data) => data.openEntitlement,
        );
  const send = async () => {
    const lack = lackOfBenefit(draft);
    if (lack) return setProblem(fileWords.lacks[lack]);
    if (await make(sent(), fileWords.benefitNoted)) onClose();
  };
  return (
    <FormDialog
      title={entitlement ? title : words.about(title, family.displayName ?? '')}
      lead={entitlement ? nameOf(entitlement) : fileWords.openBenefitLead}
      send={fileWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      {entitlement ? null : <NewFields family={family} draft={draft} set={set} />}
      <StateFields draft={draft} set={set} isNew={entitlement === undefined} />
    </FormDialog>
  );
};

/** Puts a benefit on record, or its next state. */
export const BenefitButton = ({ family, entitlement }: BenefitProps) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className={entitlement ? 'button plain dense no-print' : 'button dense no-print'}
      onClick={() =>
        open((close) => <BenefitForm family={family} entitlement={entitlement} onClose={close} />)
      }
    >
      {entitlement ? fileWords.changeBenefit : fileWords.openBenefit}
      {entitlement ? <span className="unseen">{nameOf(entitlement)}</span> : null}
    </button>
  );
};

/** Care of a year is charged on the resources of two years before. */
const YEARS_BEFORE = 2;

const ResourcesForm = ({ family, onClose }: { readonly family: Family } & Closing) => {
  const [draft, setDraft] = useState<ResourcesDraft>(() => ({
    year: String(Number(dayOf(Date.now()).slice(0, 4)) - YEARS_BEFORE),
    amount: '',
    children: family.children ? String(family.children.length) : '',
    aeeh: '0',
  }));
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  const field = (name: keyof ResourcesDraft) => ({
    value: draft[name],
    onChange: (value: string) => {
      setProblem(undefined);
      setDraft({ ...draft, [name]: value });
    },
  });
  const send = async () => {
    const lack = lackOfResources(draft);
    if (lack) return setProblem(fileWords.lacks[lack]);
    const noted = await make(
      change(
        NoteResources,
        { input: resourcesInput(draft, family.id, idOf(draft)) },
        (data) => data.recordResources,
      ),
      fileWords.resourcesNoted,
    );
    if (noted) onClose();
  };
  return (
    <FormDialog
      title={words.about(fileWords.noteResources, family.displayName ?? '')}
      lead={fileWords.resourcesLead}
      send={fileWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <InputField label={fileWords.year} type="number" min={2000} max={2099} {...field('year')} />
      <TextField label={fileWords.yearly} hint={fileWords.yearlyHint} {...field('amount')} />
      <InputField label={fileWords.dependent} type="number" min={0} max={30} {...field('children')} />
      <InputField label={fileWords.withAeeh} type="number" min={0} max={30} {...field('aeeh')} />
    </FormDialog>
  );
};

export const ResourcesButton = ({ family }: { readonly family: Family }) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button dense no-print"
      onClick={() => open((close) => <ResourcesForm family={family} onClose={close} />)}
    >
      {fileWords.noteResources}
    </button>
  );
};
