import type { Overview, Session } from '../../../src/contract/seat-replies';
import type { SettingsView } from '../../../src/contract/settings-replies';
import type { AppPage } from './contract-types';
import { counted } from './counts';
import { formatTime } from './dates';
import { percentOfScan } from './scan';
import { abilitiesInWords } from './settings';
import { answeredInWords, isAnswered } from './setup-questions';

export interface SetupStep {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'to-do' | 'running' | 'optional';
  readonly status: string;
  readonly action: { readonly label: string; readonly page: AppPage } | null;
}

/** The set-up, step by step, as it stands now. */
export function setupSteps(
  session: Session,
  settings: SettingsView | null,
  overview: Overview | null,
): SetupStep[] {
  return [
    keyStep(settings),
    policyStep(settings),
    peopleStep(settings),
    scanStep(session, overview),
    reviewStep(session),
  ];
}

function keyStep(settings: SettingsView | null): SetupStep {
  const present = settings?.orgKey.present === true;
  return {
    id: 'key',
    title: 'Store an organization key',
    text: 'It lets SeatTrace read who owns each group, when people last used a product, and Confluence. Without it only the Jira family is read, and most groups stay of unknown source.',
    state: present ? 'done' : 'optional',
    status:
      settings === null
        ? 'Not known'
        : present
          ? `Stored${settings.orgKey.organizationName === null ? '' : ` for ${settings.orgKey.organizationName}`}; ${abilitiesInWords(settings.orgKey)}`
          : `Not stored. ${abilitiesInWords(settings.orgKey)}`,
    action: { label: present ? 'See the key' : 'Store the key', page: 'settings' },
  };
}

function policyStep(settings: SettingsView | null): SetupStep {
  const answered = settings !== null && isAnswered(settings);
  return {
    id: 'policy',
    title: 'Answer the set-up questions',
    text: 'What no API tells. Each answer shows its effect on the last scan before you save it; all of them can be changed later in Settings.',
    state: answered ? 'done' : 'to-do',
    status:
      settings === null
        ? 'Not known'
        : `${answeredInWords(settings)}; stale after ${counted(settings.policy.thresholdDays, 'day')}`,
    action: { label: 'See the whole policy', page: 'settings' },
  };
}

function peopleStep(settings: SettingsView | null): SetupStep {
  const approvers = settings?.review.approvers.length ?? 0;
  const signOff = (settings?.review.signOffBy ?? null) !== null;
  return {
    id: 'people',
    title: 'Name approvers, owners and who signs off',
    text: 'Nobody approves their own decision, so at least two people take part. Owners answer what this site may not decide.',
    state: approvers > 0 && signOff ? 'done' : 'to-do',
    status:
      settings === null
        ? 'Not known'
        : `${counted(approvers, 'person')} listed as approvers, sign-off ${signOff ? 'named' : 'not named yet'}, ${String(settings.owners.length)} of 8 owners`,
    action: { label: 'Name people', page: 'settings' },
  };
}

function scanStep(session: Session, overview: Overview | null): SetupStep {
  const scan = overview?.scan ?? null;
  const busy = scan !== null && (scan.state === 'running' || scan.state === 'waiting');
  const taken = overview?.snapshot?.takenAt;
  return {
    id: 'scan',
    title: 'Run the first scan',
    text: 'It reads users, groups and product access and explains every billable seat. It changes nothing.',
    state: busy ? 'running' : session.hasSnapshot || taken !== undefined ? 'done' : 'to-do',
    status: busy
      ? `Running, ${percentOfScan(scan)}`
      : taken !== undefined
        ? `Last complete scan ${formatTime(taken)}`
        : session.hasSnapshot
          ? 'Done'
          : 'Not run yet',
    action: taken === undefined ? null : { label: 'See the seats', page: 'overview' },
  };
}

function reviewStep(session: Session): SetupStep {
  return {
    id: 'review',
    title: 'Open the first review',
    text: 'Decide each stale seat, let somebody else approve, remove, verify and keep the evidence.',
    state: 'to-do',
    status: session.hasSnapshot ? 'Ready' : 'After the first scan',
    action: { label: 'Go to Review', page: 'review' },
  };
}

/** Words and looks of a step's state. */
export const STEP_STATES = {
  done: { label: 'Done', appearance: 'success' },
  'to-do': { label: 'To do', appearance: 'default' },
  running: { label: 'Running', appearance: 'inprogress' },
  optional: { label: 'Recommended', appearance: 'new' },
} as const;
