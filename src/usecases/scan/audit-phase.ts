import { auditedGroupIds } from '../../domain/audited-group';
import type { SourceNote } from '../../domain/snapshot';
import type { GroupAddition } from '../../ports/site-directory';
import { additionsFrom } from './account-phases';
import { ADDITIONS, AUDITED_ADDITIONS, type ExportedRow, type SiteRow } from './rows';
import { tolerate, type Phase } from './scan-run';

/**
 * Recent additions to groups as Jira's audit log tells them: without an organization key, and where the organization
 * does not tell its events (product.md §5, seat age). What it cannot tell of one addition it tells of none.
 */
export const auditPhase: Phase = {
  message: "Reading additions to groups in Jira's audit log",
  async run(scan) {
    const source = AUDITED_ADDITIONS;
    const notes = await scan.rows<SourceNote>('notes');
    if (notes.some((note) => note.source === ADDITIONS && note.state === 'read')) return true;
    const [exported] = await scan.rows<ExportedRow>('exported');
    const from = additionsFrom(scan, exported?.exportedOn ?? scan.state.startedAt);
    const [site] = await scan.rows<SiteRow>('site');
    const groupIdOf = auditedGroupIds(site?.roles.flatMap((role) => role.groups) ?? []);
    for (let offset: number | null = Number(scan.state.cursor ?? '0'); offset !== null;) {
      const at: number = offset;
      const page = await tolerate(() => scan.sources.jira.readAuditedChanges('maybe-added', from, at));
      if (!page.known) {
        await scan.note({ source, state: 'unreadable', note: page.reason });
        return true;
      }
      const rows = page.value.rows.map((row): GroupAddition => ({
        accountId: row.accountId,
        groupId: groupIdOf(row),
        at: row.at,
      }));
      await scan.add('joined', rows);
      scan.count(source, 1, page.value.rows.length);
      offset = page.value.next;
      if (offset === null) break;
      await scan.checkpoint({ cursor: String(offset) });
      if (scan.mustPause) return false;
    }
    await scan.note({
      source,
      state: 'read',
      note: `additions to groups since ${from.slice(0, 10)}, as far as Jira logs them`,
    });
    return true;
  },
};
