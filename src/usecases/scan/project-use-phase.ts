import { AppError } from '../../lib/app-error';
import { diffReadings } from '../../domain/diff-readings';
import type { PermissionScheme, ProjectReading, ReadProject, Refused } from '../../domain/project-reading';
import type { Project, SiteDirectory } from '../../ports/site-directory';
import { pointsOfProject, pointsOfScheme } from './jira-points';
import type { ProjectRow, SchemeRow } from './rows';
import { inParallel, type Phase, type ScanRun } from './scan-run';

const PROJECTS_AT_ONCE = 4;
/** Projects after which is saved: what a failing delivery reads again. */
const PROJECTS_PER_SAVE = 40;
const SOURCE = 'Jira: roles and permission schemes of projects';

/**
 * The full project scan (product.md §4, group impact): who is in each role of each project, and whom each permission
 * scheme in use names. A project that Jira refuses is named, and the rest goes on. Rests when the delivery has
 * spent its share of Jira's points.
 */
export const projectUsePhase: Phase = {
  message: 'Reading roles and permission schemes of projects',
  async run(scan) {
    const projects = await scan.rows<Project>('projects');
    for (let index = Number(scan.state.cursor ?? '0'); index < projects.length; index += PROJECTS_AT_ONCE) {
      if (scan.mustPause || index % PROJECTS_PER_SAVE === 0) await saveAt(scan, index, projects.length);
      if (scan.mustPause) return false;
      const batch = projects.slice(index, index + PROJECTS_AT_ONCE);
      const rows = await inParallel(batch, PROJECTS_AT_ONCE, (project) =>
        orRefused(project.key, () => readProject(scan.sources.jira, project)),
      );
      await scan.add('project-use', rows);
      for (const row of rows) {
        scan.spend(pointsOfProject(row));
        scan.count(SOURCE, 'why' in row ? 1 : row.roles.length + 2, 1);
      }
      await readNewSchemes(scan, rows);
    }
    await noteCoverage(scan);
    return true;
  },
};

async function saveAt(scan: ScanRun, index: number, total: number): Promise<void> {
  const goesOn = scan.restSeconds > 0 ? '; goes on in a few minutes, to spare Jira’s hourly limit' : '';
  const message = `Read roles and permission schemes of ${String(index)} of ${String(total)} projects${goesOn}`;
  await scan.checkpoint({ cursor: String(index), message });
}

/** Everything of one project, or Jira's refusal of any part: half a project could pass for a whole one. */
export async function readProject(jira: SiteDirectory, project: Project): Promise<ReadProject> {
  const id = String(project.id);
  const roles = await jira.readProjectRoles(id);
  const [schemeId, ...actors] = await Promise.all([
    jira.readSchemeOf(id),
    ...roles.map(async (role) => ({ ...role, ...(await jira.readRoleActors(id, role.id)) })),
  ]);
  return { key: project.key, lead: project.leadAccountId, schemeId, roles: actors };
}

/** Many projects share a scheme: each is read once. */
async function readNewSchemes(scan: ScanRun, rows: readonly ProjectRow[]): Promise<void> {
  const known = new Set((await scan.rows<SchemeRow>('schemes')).map(({ id }) => id));
  const wanted = new Set(
    rows.flatMap((row) => ('why' in row || known.has(row.schemeId) ? [] : row.schemeId)),
  );
  const schemes = await inParallel([...wanted], PROJECTS_AT_ONCE, async (id): Promise<SchemeRow> => ({
    id,
    ...(await orRefused(id, () => scan.sources.jira.readPermissionScheme(id))),
  }));
  await scan.add('schemes', schemes);
  for (const scheme of schemes) {
    scan.spend(pointsOfScheme(scheme));
    scan.count(SOURCE, 1, 1);
  }
}

/**
 * Jira documents 401, 403 and 404 for want of rights in one project or scheme. Should the app have lost its rights
 * altogether, the reading of counts that ends every scan says so.
 */
async function orRefused<Told extends object>(
  name: string,
  read: () => Promise<Told>,
): Promise<Told | Refused> {
  try {
    return await read();
  } catch (error) {
    const refusals = ['atlassian.denied', 'atlassian.refused', 'atlassian.malformed'];
    if (error instanceof AppError && refusals.includes(error.code)) return { name, why: error.message };
    throw error;
  }
}

async function noteCoverage(scan: ScanRun): Promise<void> {
  const { projects, schemes, refusedProjects, refusedSchemes } = await toProjectReading(scan, null);
  const refused = refusedProjects.length + refusedSchemes.length;
  await scan.note({
    source: SOURCE,
    state: refused === 0 ? 'read' : 'unreadable',
    note:
      refused === 0
        ? `where groups are used in ${String(projects.length)} projects`
        : `${outOf(refusedProjects, projects)} projects and ${outOf(refusedSchemes, schemes)} permission schemes could not be read`,
  });
}

function outOf(refused: readonly unknown[], told: readonly unknown[]): string {
  return `${String(refused.length)} of ${String(refused.length + told.length)}`;
}

/** What the phase read, compared with the reading before. Rows that a delivery repeated count once. */
export async function toProjectReading(
  scan: ScanRun,
  before: ProjectReading | null,
): Promise<ProjectReading> {
  const told = new Map<string, ReadProject>();
  const refused = new Map<string, Refused>();
  for (const row of await scan.rows<ProjectRow>('project-use'))
    if ('why' in row) refused.set(row.name, row);
    else told.set(row.key, row);
  const schemes = new Map((await scan.rows<SchemeRow>('schemes')).map((scheme) => [scheme.id, scheme]));
  const reading = {
    projects: [...told.values()],
    schemes: [...schemes.values()].flatMap((row): PermissionScheme[] => ('why' in row ? [] : [row])),
  };
  return {
    ...reading,
    readAt: scan.state.startedAt,
    refusedProjects: [...refused.values()].filter(({ name }) => !told.has(name)),
    refusedSchemes: [...schemes.values()].flatMap((row) =>
      'why' in row ? [{ name: row.id, why: row.why }] : [],
    ),
    since: before === null ? null : { readAt: before.readAt, changes: diffReadings(before, reading) },
  };
}
