import { TakeBenefitOff } from '../../graph/asked/take-benefit-off.ts';
import { change } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import type { Family } from './file-page.tsx';
import { rightWords } from './put-right-words.ts';

type Entitlement = NonNullable<Family['entitlements']>[number];
type Props = { readonly family: Family; readonly entitlement: Entitlement };

const entitlementsOf = ({ entitlements }: Family): readonly Entitlement[] | null => entitlements;

const MistakenForm = ({ family, entitlement, onClose }: Props & { readonly onClose: () => void }) => (
  <CorrectDialog
    title={words.about(rightWords.mistakenTitle(labels.Scheme[entitlement.scheme]), family.displayName ?? '')}
    lead={rightWords.mistakenLead}
    said={rightWords.mistakenDone}
    deed={{ does: rightWords.mistakenDeed, leaves: rightWords.keep }}
    family={family}
    record={entitlement}
    among={entitlementsOf}
    sayNow={({ state }) => labels.EntitlementStatus[state]}
    send={({ id, version }, reason) =>
      change(
        TakeBenefitOff,
        { input: { entitlementId: id, version, reason } },
        (data) => data.correctMistakenEntitlement,
      )
    }
    onClose={onClose}
  />
);

/** A benefit that should never have been on the record. */
export const MistakenButton = (props: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense no-print"
      onClick={() => open((close) => <MistakenForm {...props} onClose={close} />)}
    >
      {rightWords.mistaken}
      <span className="unseen">{labels.Scheme[props.entitlement.scheme]}</span>
    </button>
  );
};
