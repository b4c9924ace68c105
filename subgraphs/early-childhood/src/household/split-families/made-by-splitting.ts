import { movingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { eachOnce } from '@relais/platform/names.rules.ts';
import type { Family } from '../../families/families/family.ts';
import { FamilyHome } from '../../families/family-addresses/family-home.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import type { FamilyInput } from '../registration/register-family.ts';

/** Who is to have a file of their own, and what it says. */
type Asked = {
  readonly adultIds: readonly string[];
  readonly childIds: readonly string[];
  readonly family: FamilyInput;
};

/** Who left, as the first step of the new file keeps it. */
export const peopleIn = ({ adultIds, childIds }: Pick<Asked, 'adultIds' | 'childIds'>): string =>
  eachOnce([...adultIds, ...childIds])
    .sort()
    .join(' ');

const isSameAddress = (one: FamilyInput['address'], other: FamilyInput['address']): boolean =>
  one.street === other.street && one.postalCode === other.postalCode && one.city === other.city;

/** Whether a file was made by an earlier sending of the same; what was changed of it since says nothing against that. */
export const isMadeBy = async (
  tx: Transaction,
  { family: asked, ...input }: Asked,
  family: Family,
  known: Family,
): Promise<boolean> => {
  if (known.splitFromFamilyId !== family.id || known.mergedInto) return false;
  const step = await tx.findOneBy(CareStep, { subjectId: known.id, kind: 'FAMILY_SPLIT_OFF' });
  if (step?.facts.people !== peopleIn(input)) return false;
  if (known.version > 1) return true;
  const home = await movingAsService(tx).findOneByOrFail(FamilyHome, { familyId: known.id });
  return known.householdKind === asked.householdKind && isSameAddress(home.address, asked.address);
};
