import { classifySnapshot } from '../../domain/classification/classify-snapshot';
import { domainsAsked, type Assignment } from '../../domain/review/assignment';
import { draftLines } from '../../domain/review/draft-lines';
import { planAssignment } from '../../domain/review/plan-assignment';
import { byCodeUnit } from '../../lib/order';
import { emailDomainsOf } from '../assign-at-opening';
import { getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';

/** Who would get how many lines of the last scan by an assignment that is not saved yet. Changes nothing. */
export async function previewAssignment(assignment: Assignment, tools: SnapshotTools) {
  const snapshot = await getCurrentSnapshot(tools);
  const { takenAt, policy } = snapshot.header;
  const lines = draftLines(classifySnapshot(snapshot), null, new Map());
  const counts = new Map<string, number>();
  for (const { reviewer, lines: theirs } of planAssignment(lines, assignment, emailDomainsOf(snapshot)))
    if (reviewer !== null) counts.set(reviewer, (counts.get(reviewer) ?? 0) + theirs.length);
  const reviewers = [...counts]
    .map(([reviewer, count]) => ({ reviewer, lines: count }))
    .sort((a, b) => byCodeUnit(a.reviewer, b.reviewer));
  return {
    asOf: takenAt,
    lines: lines.length,
    reviewers,
    unassigned: lines.length - reviewers.reduce((sum, each) => sum + each.lines, 0),
    domainsWait: domainsAsked(assignment).filter((domain) => policy.emailDomains?.includes(domain) !== true),
  };
}
