// First: it puts the globals in place that packages of the platform look for when they are loaded.
import '../../local/forge/install';
import { measureRemovals, type RemovalFigures } from './measure-removals';

/** Removals with the organization key on the local Atlassian, whose clock and limits tell what they cost. */
export function benchRemovals(people: number): Promise<RemovalFigures> {
  process.stderr.write(`Scanning ${String(people)} people and removing them; this takes minutes.\n`);
  return measureRemovals(people);
}
