import { hashOf } from '../domain/evidence/hash-chain';
import type { Actor } from '../domain/evidence/record';
import type { OrganizationState } from '../domain/organization-state';
import type { ColumnMeaning, ExportColumn } from '../domain/user-export/export-columns';
import {
  problemInWords,
  type ExportedAccount,
  type ExportProblem,
} from '../domain/user-export/exported-account';
import { mergeExport } from '../domain/user-export/merge-export';
import { readExport } from '../domain/user-export/read-export';
import { AppError } from '../lib/app-error';
import { HOUR_MS, toIso, toMillis } from '../lib/duration';
import { newId } from '../ports/platform';
import type { SiteDirectory } from '../ports/site-directory';
import type { ExportStore } from '../ports/stores';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import type { UserExport } from './scan/scan-run';

/** Somewhere it is tomorrow already. */
const FARTHEST_ZONE_MS = 14 * HOUR_MS;
/** Rows and problems that a reply shows; it says how many there are. */
const SHOWN = 5;
const SHOWN_PROBLEMS = 20;

interface ImportTools extends LedgerTools {
  readonly exports: ExportStore;
}

export interface ExportPartCommand {
  /** Absent with the first part: its reply names the import. */
  readonly importId?: string | undefined;
  readonly part: number;
  readonly firstRow: number;
  readonly text: string;
  /** Day of the export, `2026-10-30`. */
  readonly exportedOn: string;
  readonly meanings?: readonly (ColumnMeaning | null)[] | undefined;
}

export interface ExportPartReading {
  readonly importId: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: number;
  /** The first rows as they were understood. */
  readonly sample: readonly ExportedAccount[];
  readonly problems: readonly ExportProblem[];
  readonly problemCount: number;
}

/**
 * Reads a part of a user export and keeps what was understood: account ids and days, never a name or an address.
 * A part with any problem is not kept, and nothing counts before the whole file is imported.
 */
export async function readExportPart(
  command: ExportPartCommand,
  { exports, jira, platform }: ImportTools & { readonly jira: SiteDirectory },
): Promise<ExportPartReading> {
  const exportedOn = toIso(toMillis(command.exportedOn) ?? NaN);
  if ((toMillis(exportedOn) ?? 0) > platform.now() + FARTHEST_ZONE_MS)
    throw new AppError('input.invalid', 'The day of the export has not come yet.');
  const [{ url }, apps] = await Promise.all([jira.readSite(), jira.readApplicationRoles()]);
  const { columns, accounts, problems } = readExport({
    text: command.text,
    firstRow: command.firstRow,
    meanings: command.meanings ?? null,
    site: { url, apps },
    exportedOn,
  });
  const importId = command.importId ?? newId(platform, 'import');
  if (problems.length === 0) await exports.savePart(importId, command.part, { exportedOn, accounts });
  return {
    importId,
    columns,
    rows: accounts.length,
    sample: accounts.slice(0, SHOWN),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
  };
}

/** Makes the parts that were read the export that counts. The next scan without an organization key goes by it. */
export async function importUserExport(
  { importId, parts }: { readonly importId: string; readonly parts: number },
  actor: Actor,
  tools: ImportTools,
): Promise<OrganizationState> {
  const read = await tools.exports.readParts(importId, parts);
  const days = new Set(read?.map(({ exportedOn }) => exportedOn));
  const [exportedOn] = days;
  if (read === undefined || exportedOn === undefined || days.size > 1)
    throw new AppError('input.invalid', 'Not every part of the file arrived. Choose the file again.');
  const { accounts, problems } = mergeExport(read.flatMap((part) => part.accounts));
  const [first, ...more] = problems;
  if (first !== undefined) {
    const others = more.length === 0 ? '' : ` (and ${String(more.length)} more rows like it)`;
    throw new AppError('input.invalid', `${problemInWords(first)}${others} Nothing was imported.`);
  }
  const event = { importId, parts, exportedOn, people: accounts.length, hash: hashOf(accounts) };
  await recordOrganization(tools, actor, ({ userExport }) =>
    userExport?.importId === importId ? null : { kind: 'user-export-imported', ...event },
  );
  // Somebody else's import may have come after.
  const state = await loadOrganization(tools);
  await tools.exports.keepOnly(state.userExport?.importId ?? null);
  return state;
}

/** Takes the export back: activity is unknown again from the next scan on. */
export async function removeUserExport(
  reason: string,
  actor: Actor,
  tools: ImportTools,
): Promise<OrganizationState> {
  const before = await loadOrganization(tools);
  const state = await recordOrganization(tools, actor, ({ userExport }) =>
    userExport === null ? null : { kind: 'user-export-removed', reason },
  );
  // Also when it was taken back before: a crash may have left rows behind that no longer count.
  await tools.exports.keepOnly(null);
  if (before.userExport === null) throw new AppError('input.invalid', 'No user export is imported.');
  return state;
}

/**
 * The export that counts, every person once; null when none is imported.
 * @throws AppError `storage.malformed` when parts of it are lost.
 */
export async function findUserExport(
  { userExport }: Pick<OrganizationState, 'userExport'>,
  exports: ExportStore,
): Promise<UserExport | null> {
  if (userExport === null) return null;
  const parts = await exports.readParts(userExport.importId, userExport.parts);
  if (parts === undefined)
    throw new AppError('storage.malformed', 'The imported user export is damaged. Import it again.');
  const { accounts } = mergeExport(parts.flatMap((part) => part.accounts));
  return { exportedOn: userExport.exportedOn, accounts };
}
