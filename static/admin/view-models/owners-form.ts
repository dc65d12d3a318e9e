import type { SettingsView } from '../../../src/contract/settings-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { OwnerClass } from './contract-types';
import { OWNER_CLASSES } from '../../../src/contract/words';

export interface OwnerEntry {
  readonly class: OwnerClass;
  readonly contact: string;
  readonly accountId: string;
}

export interface OwnersForm {
  readonly owners: readonly OwnerEntry[];
  readonly fallback: string;
}

/** One entry per owner class, filled from the register. */
export function ownersForm({ owners, fallback }: SettingsView): OwnersForm {
  return {
    owners: OWNER_CLASSES.map((one) => {
      const entry = owners.find((owner) => owner.class === one);
      return { class: one, contact: entry?.contact ?? '', accountId: entry?.accountId ?? '' };
    }),
    fallback,
  };
}

export function changeOwner(form: OwnersForm, of: OwnerClass, change: Partial<OwnerEntry>): OwnersForm {
  return {
    ...form,
    owners: form.owners.map((owner) => (owner.class === of ? { ...owner, ...change } : owner)),
  };
}

/** Classes without a contact are left out: their handoffs go to the fallback. */
export function ownersPayload({ owners, fallback }: OwnersForm): PayloadOf<'save-owners'> {
  return {
    owners: owners
      .filter(({ contact }) => contact.trim() !== '')
      .map(({ class: of, contact, accountId }) => ({
        class: of,
        contact: contact.trim(),
        accountId: accountId === '' ? null : accountId,
      })),
    fallback: fallback.trim(),
  };
}
