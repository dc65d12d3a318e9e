import type { Random } from '../local/generate/random';
import type { Person, Site } from './site';

/** Something that somebody does now and then. */
export interface Move {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  /** Tries it once; false where there is nothing of the kind to do. */
  readonly play: (site: Site, random: Random) => Promise<boolean>;
}

export type Play = Move['play'];

export const REVIEWERS: readonly Person[] = ['jira-admin', 'jira-admin', 'admin'];
