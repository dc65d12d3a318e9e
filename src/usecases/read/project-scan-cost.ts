import { AppError } from '../../lib/app-error';
import { estimateProjectScan, type ProjectScanCost } from '../../domain/project-scan-cost';
import type { SiteDirectory } from '../../ports/site-directory';
import { pointsOfProject } from '../scan/jira-points';
import { readProject } from '../scan/project-use-phase';
import { inParallel, tolerate } from '../scan/scan-run';

/** Projects that are really read, so that the estimate rests on this site's roles and people. */
const SAMPLE = 5;

/**
 * What a full project scan would take on this site, measured on a few projects.
 * @throws AppError when Jira tells neither how many projects there are nor anything of those that were tried
 */
export async function readProjectScanCost({
  jira,
}: {
  readonly jira: SiteDirectory;
}): Promise<ProjectScanCost> {
  const { rows, next, total } = await jira.readProjects(0);
  const projects = next === null ? rows.length : total;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const chosen = rows.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  const read = await inParallel(chosen, SAMPLE, (project) => tolerate(() => readProject(jira, project)));
  const sample = read.flatMap((project) => (project.known ? [project.value] : []));
  if (projects === null || (chosen.length > 0 && sample.length === 0))
    throw new AppError(
      'atlassian.refused',
      'Jira does not tell the app enough of projects to say what reading them all would take.',
    );
  return estimateProjectScan(
    projects,
    sample.map((project) => ({ requests: project.roles.length + 2, points: pointsOfProject(project) })),
  );
}
