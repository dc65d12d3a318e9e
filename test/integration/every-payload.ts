import type { PayloadOf, ResolverName } from '../../src/contract/resolvers';
import { people } from './a-seed';
import { REVIEW_SETTINGS } from './a-review';

const cycleId = 'cycle-0000000000000000';
const runId = `${cycleId}.run-0000000000000000`;
const reason = 'as agreed';

/** A payload that each resolver accepts, about a review that does not exist: asking changes next to nothing. */
export const everyPayload: { readonly [Name in ResolverName]: PayloadOf<Name> } = {
  'get-session': {},
  'get-my-seats': {},
  'get-overview': {},
  'start-scan': {},
  'get-scan': {},
  'list-seats': {},
  'get-seat': { accountId: people.casey, product: 'jira-software' },
  'list-groups': {},
  'list-flags': {},
  'dismiss-flag': { flagId: 'stale:nobody', reason },
  'list-cycles': {},
  'get-cycle': { cycleId },
  'open-cycle': { title: 'A review', products: ['no-such-product'] },
  'cancel-cycle': { cycleId, reason },
  'list-lines': { cycleId },
  'get-line': { cycleId, line: 1 },
  'decide-lines': { cycleId, lines: [1], decision: 'remove', reason: 'follows-recommendation' },
  'undo-decision': { cycleId, lines: [1], reason },
  'end-deciding': { cycleId, reason },
  'acknowledge-unexplained': { cycleId, product: 'jira-software', reason },
  'approve-lines': { cycleId, lines: [1] },
  'return-lines': { cycleId, lines: [1], reason },
  'get-plan': { cycleId },
  'start-run': { cycleId, fingerprint: '0'.repeat(64) },
  'run-slice': { runId },
  'stop-run': { runId, reason },
  'get-run': { runId },
  'verify-removals': { cycleId },
  'confirm-group': { groupId: 'no-such-group', reason },
  'list-handoffs': {},
  'get-case': { caseId: 'no-such-case' },
  'answer-handoffs': { cycleId, handoffIds: ['1-identity'], answer: 'remove', answeredBy: 'Somebody' },
  'sign-off': { cycleId, statement: 'all is well' },
  'get-evidence': { cycleId },
  'download-evidence': { cycleId, file: 'lines.csv' },
  'get-settings': {},
  'preview-policy': {
    thresholdDays: 90,
    newDays: 30,
    technical: [],
    unmanaged: 'ask-business',
    jsmOnCall: 'no',
    exemptions: [],
  },
  'save-policy': {
    thresholdDays: 90,
    newDays: 30,
    technical: [],
    unmanaged: 'ask-business',
    jsmOnCall: 'no',
    exemptions: [],
  },
  'save-review-settings': { ...REVIEW_SETTINGS, readersSeeOtherProducts: true },
  'save-owners': { owners: [], fallback: 'it@northwind.example' },
  'save-org-key': { key: 'not-the-key-of-anything' },
  'remove-org-key': { reason },
};
