// First: it puts the globals in place that packages of the platform look for when they are loaded.
import '../../local/forge/install';
import { writeFileSync } from 'node:fs';
import { withScannedHost } from '../../../scripts/headless/run-scan';
import { storedValues } from '../../../scripts/headless/stored-snapshot';
import type { LineRow } from '../../../src/contract/review-replies';
import { keys } from '../../../src/storage/keys';
import { generateOrganization } from '../../local/generate/generate-organization';
import { StoredApp } from './stored-app';
import { reviewPath, type StoredReview } from './stored-review';

const LARGEST_PAGE = 250;
/** Lines of one decision: small, so that the ledger grows long. */
const LINES_PER_DECISION = 5;

/**
 * Child process: scans a generated organization, opens a review of it, decides lines in `decisions` records and
 * leaves in a folder what was stored.
 */
async function prepareReview(folder: string, accounts: number, decisions: number): Promise<void> {
  const seed = generateOrganization({ accounts });
  const texts = await withScannedHost({ seed }, { orgKey: true }, (host) =>
    Promise.resolve(new Map([...storedValues(host)].map(([key, value]) => [key, JSON.stringify(value)]))),
  );
  // A secret has no text; the app on stored texts asks no organization.
  texts.delete(keys.organizationKey);
  const app = new StoredApp(texts, Date.parse(seed.clock) + 3_600_000);
  const { admin = '', approver = '' } = seed.personas;
  const { cycleId } = await app.call(admin, 'open-cycle', {});
  const lines = await readLines(app, admin, cycleId);
  const alone = lines.filter(
    ({ verdict, bundle, accountId }) =>
      verdict === 'cleanup' && bundle.length === 0 && ![admin, approver].includes(accountId),
  );
  for (let made = 0; made < decisions; made += 1) {
    const some = alone.slice(made * LINES_PER_DECISION, (made + 1) * LINES_PER_DECISION);
    if (some.length === 0) throw new Error(`There are only ${String(alone.length)} cleanups to decide.`);
    const numbers = some.map(({ line }) => line);
    await app.call(admin, 'decide-lines', {
      cycleId,
      lines: numbers,
      decision: 'remove',
      reason: 'follows-recommendation',
    });
    if (made % 2 === 1) await app.call(approver, 'approve-lines', { cycleId, lines: numbers });
  }
  const review: StoredReview = { cycleId, accounts, lines: lines.length, decisions, admin, approver };
  writeFileSync(reviewPath(folder), JSON.stringify({ review, texts: Object.fromEntries(texts) }));
}

async function readLines(app: StoredApp, who: string, cycleId: string): Promise<LineRow[]> {
  const rows: LineRow[] = [];
  for (;;) {
    const page = { cycleId, offset: rows.length, limit: LARGEST_PAGE };
    const list = await app.call(who, 'list-lines', page);
    rows.push(...list.rows);
    if (rows.length >= list.total) return rows;
  }
}

const [folder = '', accounts = '', decisions = ''] = process.argv.slice(2);
void prepareReview(folder, Number(accounts), Number(decisions));
