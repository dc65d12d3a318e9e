import type { ProjectScanCost } from '../../../src/contract/settings-replies';
import { counted, grouped } from './counts';

/** Points that Jira gives an app in an hour, for all of its customers together. */
const POINTS_PER_HOUR = 65_000;

/** What a full project scan takes, as sentences; said before anybody can switch it on. */
export function costSentences({ projects, sampled, requests, points, minutes }: ProjectScanCost): string[] {
  if (projects === 0) return ['Jira shows the app no project, so there is nothing to read.'];
  return [
    `${counted(projects, 'project')}, so about ${grouped(requests)} requests to Jira each time you start a scan. The daily scan does not read them.`,
    `About ${grouped(points)} points of Jira's limit. Jira gives an app ${grouped(POINTS_PER_HOUR)} points an hour for all of its customers.`,
    `${durationInWords(minutes)}. The scan pauses by itself to leave points to others, and a review can open only after it is complete.`,
    `Measured on ${counted(sampled, 'project')}; permission schemes come on top, one request each.`,
  ];
}

/** "Less than 5 minutes longer", "About 40 minutes longer", "About 3 hours longer". */
export function durationInWords(minutes: number): string {
  if (minutes <= 5) return 'Less than 5 minutes longer';
  if (minutes < 120) return `About ${String(Math.ceil(minutes / 5) * 5)} minutes longer`;
  return `About ${String(Math.round(minutes / 60))} hours longer`;
}
