import type { ScanStatus, Session } from '../../../src/contract/seat-replies';
import { percent } from './counts';
import { ageInWords, formatTime } from './dates';

export interface ScanView {
  readonly busy: boolean;
  readonly headline: string;
  readonly message: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly incomplete: boolean;
}

/** What to say of the last scan, or of there being none. */
export function scanView(scan: ScanStatus | null, now: string): ScanView {
  if (scan === null) {
    return {
      busy: false,
      headline: 'No scan yet',
      message: 'A scan reads users, groups and product access. It changes nothing.',
      progress: 0,
      incomplete: false,
    };
  }
  const busy = isBusy(scan);
  return {
    busy,
    headline: headlineOf(scan, now),
    message: scan.message,
    progress: scan.progress,
    incomplete: scan.state === 'incomplete',
  };
}

export function isBusy(scan: ScanStatus | null): boolean {
  return scan?.state === 'waiting' || scan?.state === 'running';
}

function headlineOf({ state, startedAt, endedAt, progress }: ScanStatus, now: string): string {
  switch (state) {
    case 'waiting':
      return 'The scan waits to start';
    case 'running':
      return `Scan running, ${percent(progress)} done`;
    case 'complete':
      return `Last scan complete, ${ageInWords(endedAt ?? startedAt, now)} (${formatTime(endedAt ?? startedAt)})`;
    case 'incomplete':
      return `Last scan incomplete, ${ageInWords(endedAt ?? startedAt, now)}; the last complete snapshot stays in place`;
  }
}

/** Why the caller cannot start a scan; empty when they can. */
export function scanObstacle(session: Session, scan: ScanStatus | null): string {
  if (!session.roles.reviewer) return 'Only Jira administrators start a scan.';
  return isBusy(scan) ? 'A scan is under way.' : '';
}

/** What is missing without an organization key. */
export function modeNotice(mode: Session['mode']): string {
  if (mode === 'org-key') return '';
  return (
    'SeatTrace runs without an organization key: only the Jira family is read, most groups have an unknown source, ' +
    'and last use needs an imported user export. A key adds group owners, last use, Confluence, and removals from more than default groups.'
  );
}

/** "38%" of a scan. */
export function percentOfScan(scan: ScanStatus): string {
  return percent(scan.progress);
}
