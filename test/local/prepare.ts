import { EXPORT_PART_CHARS } from '../../src/contract/words';
import type { ExportPartView } from '../../src/contract/settings-replies';
import { problemInWords } from '../../src/domain/user-export/exported-account';
import { cutExport, whyTooLong } from '../../static/admin/view-models/export-file';
import { resolvers } from '../../src/contract/resolvers';
import { chainRecord, GENESIS } from '../../src/domain/evidence/hash-chain';
import type { OrganizationEvent } from '../../src/domain/organization-events';
import { DEFAULT_RULES, type Exemption } from '../../src/domain/policy';
import { keys } from '../../src/storage/keys';
import { ORGANIZATION_LEDGER } from '../../src/usecases/organization-ledger';
import type { LocalHost } from './host-contract';
import type { OrgSeed } from './organization/seed';

/** A refusal of the app while it was being prepared: the seed asks for what the app does not allow. */
export class PreparationError extends Error {}

/**
 * Does what an administrator does on the first day, through the app's own resolvers: stores the organization key
 * and the policy that the seed describes. The seed's exemptions stand already: they are what an earlier version of the
 * app left behind.
 */
export async function prepare(host: LocalHost, options: { readonly orgKey?: boolean } = {}): Promise<void> {
  const { seed, orgKey } = host.organization;
  const { exemptions = [], ...rules } = seed.policy ?? {};
  if (exemptions.length > 0) keepExemptions(host, exemptions.map(toExemption));
  if (options.orgKey ?? true)
    await invokeAsAdmin(host, 'save-org-key', {
      key: orgKey,
      ...(seed.orgKey?.createdBy === undefined ? {} : { createdBy: seed.orgKey.createdBy }),
      ...(seed.orgKey?.expiresAt === undefined ? {} : { expiresAt: seed.orgKey.expiresAt }),
    });
  if (seed.policy === undefined) return;
  const { thresholdDays, newDays, technical, unmanaged, jsmOnCall } = DEFAULT_RULES;
  await invokeAsAdmin(host, 'save-policy', {
    thresholdDays,
    newDays,
    technical,
    unmanaged,
    jsmOnCall,
    ...rules,
  });
}

/**
 * Imports a user export as an administrator does on the settings page, part by part.
 * @throws PreparationError with the row and what is wrong there
 */
export async function importExport(
  host: LocalHost,
  { text, exportedOn }: { readonly text: string; readonly exportedOn: string },
): Promise<void> {
  const parts = cutExport(text, EXPORT_PART_CHARS);
  const tooLong = whyTooLong(parts, EXPORT_PART_CHARS);
  if (tooLong !== null) throw new PreparationError(`The user export was not imported. ${tooLong}`);
  let importId: string | undefined;
  for (const [part, piece] of parts.entries()) {
    const payload = { part, exportedOn, ...piece, ...(importId === undefined ? {} : { importId }) };
    // The app's own reply under the name of its resolver.
    const reading = (await invokeAsAdmin(host, 'read-export-part', payload)) as ExportPartView;
    const [problem] = reading.problems;
    if (problem !== undefined)
      throw new PreparationError(`The user export was not imported. ${problemInWords(problem)}`);
    ({ importId } = reading);
  }
  await invokeAsAdmin(host, 'import-user-export', { importId, parts: parts.length });
}

function toExemption(seeded: NonNullable<NonNullable<OrgSeed['policy']>['exemptions']>[number]): Exemption {
  const { match } = resolvers['preview-exemption'].payload.parse(seeded);
  return { ...seeded, match, expires: new Date(seeded.expires).toISOString() };
}

/** The organization's first record, as it was made while exemptions were still saved with the policy. */
function keepExemptions(host: LocalHost, exemptions: readonly Exemption[]): void {
  const { seed } = host.organization;
  const accountId = seed.personas['admin'] ?? null;
  const event: OrganizationEvent = { kind: 'policy-saved', policy: { ...DEFAULT_RULES, exemptions } };
  const head = { ledger: ORGANIZATION_LEDGER, sequence: 0, hash: GENESIS };
  const actor = { accountId, role: 'site-admin', proof: 'the policy at the start' } as const;
  host.keep(
    keys.ledgerRecord(head.ledger, 1),
    chainRecord(head, { at: new Date(host.clock.now()).toISOString(), actor, nonce: '00', event }),
  );
}

/** Calls a resolver as the seed's administrator and gives its data, or throws its refusal. */
export async function invokeAsAdmin(host: LocalHost, resolver: string, payload: unknown): Promise<unknown> {
  const accountId = host.organization.seed.personas['admin'];
  if (accountId === undefined) throw new PreparationError('The seed names no persona "admin".');
  const reply = await host.invoke({ accountId, resolver, payload });
  if (typeof reply !== 'object' || reply === null || !('ok' in reply))
    throw new PreparationError(`The resolver ${resolver} gave no reply.`);
  if (reply.ok === true && 'data' in reply) return reply.data;
  throw new PreparationError(`The app refused (${resolver}): ${reasonIn(reply)}`);
}

/** The app's own sentence, or what came in its place. */
function reasonIn(reply: object): string {
  const error: unknown = 'error' in reply ? reply.error : reply;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return JSON.stringify(error);
}
