/**
 * Closed lists of words and limits that schemas and pages share, in the order in which screens offer them. Without
 * schemas, so that a page which needs a list does not carry the library that checks payloads.
 */
export const VERDICTS = ['keep', 'protected', 'hold', 'cleanup', 'split', 'route-out'] as const;
export const OWNER_CLASSES = [
  'identity',
  'technical',
  'privileged',
  'business',
  'project',
  'team',
  'app',
  'security',
] as const;
export const DECISION_KINDS = ['remove', 'keep', 'exception', 'route-out', 'not-mine', 'wait'] as const;
export const LINE_STATES = [
  'undecided',
  'decided',
  'approved',
  'noticed',
  'executing',
  'verifying',
  'closed',
] as const;
export const LINE_OUTCOMES = [
  'kept',
  'kept-until',
  'excepted',
  'removed',
  'routed',
  'waiting',
  'cancelled',
  'blocked',
  'no-answer',
  'carried',
  'not-verified',
  'undone',
  'partly-undone',
  'rehearsed',
] as const;
export const LINE_CHANGES = ['new', 'rebounded', 'unchanged', 'decided-otherwise'] as const;
/** Whose queue lines are listed of, beside that of one account. */
export const ASSIGNEES = ['me', 'nobody', 'anybody'] as const;
export const ANSWER_KINDS = ['remove', 'keep', 'not-mine', 'done', 'no-answer'] as const;
export const NO_RESPONSE_RULES = ['close-as-kept', 'carry', 'follow-recommendation'] as const;
/** Days on which blackout hours may begin. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const EXECUTORS = ['organization-key', 'acting-administrator'] as const;
export const EVIDENCE_FILES = [
  'population.csv',
  'bridges.csv',
  'lines.csv',
  'removals.csv',
  'ledger.json',
  'cycle.json',
] as const;

export const PATH_SOURCES = ['default', 'scim', 'local', 'team', 'unknown', 'direct', 'inferred'] as const;
export const SEAT_SORTS = ['last-active', 'product', 'verdict', 'group'] as const;
export const ORDERS = ['asc', 'desc'] as const;
/** Lines of one answer: a line may take 10 KB, and an answer 5 MB. */
export const MOST_LINES_OF_A_PAGE = 250;
/** Lists whose filters may be saved. */
export const FILTERED_LISTS = ['seats', 'lines'] as const;
/** Characters of the name of a saved filter. */
export const LONGEST_FILTER_NAME = 60;

/** Characters of one part of a user export; a request may have 500 KB. */
export const EXPORT_PART_CHARS = 100_000;
/** Whole traces of more lines would make too long a page. */
export const MOST_SAMPLED = 100;

/** People that one call may ask about: three requests each, within a resolver's slice. */
export const MOST_DEPENDED_ON = 10;
