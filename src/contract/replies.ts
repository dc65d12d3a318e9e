import type { DependentsView, PlanView, RunView } from './execution-replies';
import type { EvidencePart, EvidenceView, LineTraceView, SampleView } from './evidence-replies';
import type { ExceptionList } from './exception-replies';
import type { ExemptionList, ExemptionPreview } from './exemption-replies';
import type { SavedFilterView } from './filter-replies';
import type { CaseDetail, CaseList } from './handoff-replies';
import type { NoticeView } from './notice-replies';
import type {
  CyclePreview,
  CycleSummary,
  CycleView,
  DelegationRow,
  GoneList,
  LineDetail,
  LineList,
} from './review-replies';
import type {
  Flag,
  MySeats,
  Overview,
  ScanStatus,
  SeatDetail,
  SeatHistory,
  SeatList,
  Session,
} from './seat-replies';
import type { UndoView } from './undo-replies';
import type { GroupList, GroupUseView } from './group-replies';
import type {
  ApprovedDomainsPreview,
  AssignmentPreview,
  ExportPartView,
  PolicyPreview,
  ProjectScanCost,
  SettingsView,
} from './settings-replies';

/** What each resolver answers with. */
export interface Replies {
  readonly 'get-session': Session;
  readonly 'get-my-seats': MySeats;
  readonly 'claim-seat': MySeats;
  readonly 'get-overview': Overview;
  readonly 'start-scan': ScanStatus;
  readonly 'get-scan': ScanStatus | null;
  readonly 'list-seats': SeatList;
  readonly 'get-seat': SeatDetail;
  readonly 'get-seat-history': SeatHistory;
  readonly 'list-groups': GroupList;
  readonly 'get-group-use': GroupUseView;
  readonly 'list-flags': readonly Flag[];
  readonly 'dismiss-flag': readonly Flag[];
  readonly 'list-cycles': readonly CycleSummary[];
  readonly 'get-cycle': CycleView | null;
  readonly 'preview-cycle': CyclePreview;
  readonly 'open-cycle': CycleView;
  readonly 'cancel-cycle': CycleView;
  readonly 'list-lines': LineList;
  readonly 'list-gone': GoneList;
  readonly 'get-line': LineDetail;
  readonly 'decide-lines': CycleView;
  readonly 'assign-lines': CycleView;
  readonly 'undo-decision': CycleView;
  readonly 'end-deciding': CycleView;
  readonly 'acknowledge-unexplained': CycleView;
  readonly 'approve-lines': CycleView;
  readonly 'return-lines': CycleView;
  readonly 'list-delegations': readonly DelegationRow[];
  readonly 'delegate-approvals': readonly DelegationRow[];
  readonly 'end-delegation': readonly DelegationRow[];
  readonly 'get-notice': NoticeView;
  readonly 'tell-people': NoticeView;
  readonly 'get-plan': PlanView;
  readonly 'get-dependents': DependentsView;
  readonly 'start-run': RunView;
  readonly 'run-slice': RunView;
  readonly 'pause-run': RunView;
  readonly 'resume-run': RunView;
  readonly 'stop-run': RunView;
  readonly 'get-run': RunView;
  readonly 'start-undo': UndoView;
  readonly 'undo-slice': UndoView;
  readonly 'stop-undo': UndoView;
  readonly 'verify-removals': CycleView;
  readonly 'confirm-group': SettingsView;
  readonly 'list-handoffs': CaseList;
  readonly 'get-case': CaseDetail;
  readonly 'answer-handoffs': CaseList;
  readonly 'sign-off': CycleView;
  readonly 'get-evidence': EvidenceView;
  readonly 'download-evidence': EvidencePart;
  readonly 'get-trace': LineTraceView;
  readonly 'get-sample': SampleView;
  readonly 'download-sample': EvidencePart;
  readonly 'list-exceptions': ExceptionList;
  readonly 'end-exception': ExceptionList;
  readonly 'list-exemptions': ExemptionList;
  readonly 'preview-exemption': ExemptionPreview;
  readonly 'ask-exemption': ExemptionList;
  readonly 'approve-exemption': ExemptionList;
  readonly 'decline-exemption': ExemptionList;
  readonly 'end-exemption': ExemptionList;
  readonly 'list-filters': readonly SavedFilterView[];
  readonly 'save-filter': readonly SavedFilterView[];
  readonly 'remove-filter': readonly SavedFilterView[];
  readonly 'get-settings': SettingsView;
  readonly 'preview-policy': PolicyPreview;
  readonly 'save-policy': SettingsView;
  readonly 'preview-approved-domains': ApprovedDomainsPreview;
  readonly 'save-approved-domains': SettingsView;
  readonly 'preview-assignment': AssignmentPreview;
  readonly 'save-review-settings': SettingsView;
  readonly 'save-calendar': SettingsView;
  readonly 'save-owners': SettingsView;
  readonly 'get-project-scan-cost': ProjectScanCost;
  readonly 'set-project-scan': SettingsView;
  readonly 'save-org-key': SettingsView;
  readonly 'check-org-key': SettingsView;
  readonly 'remove-org-key': SettingsView;
  readonly 'read-export-part': ExportPartView;
  readonly 'import-user-export': SettingsView;
  readonly 'remove-user-export': SettingsView;
}
