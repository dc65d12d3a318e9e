/** A way to start npm: program, first arguments, and whether the program needs a shell. */
export interface NpmCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}

/** How to start npm: the one that started us, the one beside node, or the one on the path. */
export function npmCommand(): NpmCommand;

/** Why the packages of the project at `root` have to be installed, or null when they are those of its lock file. */
export function whyInstall(root: string): string | null;
