import type { SituationName } from './situations/all-situations';

/** Which accounts were made for which situation. */
export type Cast = ReadonlyMap<SituationName, readonly string[]>;

/** Account ids of a situation, in the order in which they were made; none when the organization is too small. */
export function castOf(cast: Cast, situation: SituationName): readonly string[] {
  return cast.get(situation) ?? [];
}
