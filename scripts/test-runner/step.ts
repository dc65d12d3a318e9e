/** How many tests a runner saw pass and fail. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One line of `npm test`: some commands and the way in which their outcome counts. */
export interface Step {
  readonly name: string;
  readonly limitSeconds: number;
  /** Arguments to node, run one after another; a failing one does not keep the next from running. */
  readonly commands: readonly (readonly string[])[];
  /** `one`: the step is a single test. `vitest`: every test counts that vitest reports. */
  readonly counts: 'one' | 'vitest';
}

/** A step after it ran. */
export interface Outcome extends Count {
  readonly name: string;
  readonly seconds: number;
  /** Why the step failed as a whole, or null when its own tests tell. */
  readonly reason: string | null;
}
