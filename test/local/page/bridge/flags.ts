import { z } from 'zod';
import { Observable } from './observable';

const actionSchema = z.object({
  text: z.string(),
  onClick: z.custom<() => void>((value) => typeof value === 'function'),
});

/** `showFlag` of `@forge/bridge`. With `appearance` the flag is bold; `type` only chooses its icon. */
export const flagSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']),
  appearance: z.enum(['info', 'success', 'warning', 'error']).optional(),
  actions: z.array(actionSchema).optional(),
  isAutoDismiss: z.boolean().optional(),
});

export type ShownFlag = z.infer<typeof flagSchema>;

/** The flags on the page, newest first. */
export class Flags {
  readonly shown = new Observable<readonly ShownFlag[]>([]);

  /** Shows a flag; one with the same id takes the place of the older one. */
  show(flag: ShownFlag): void {
    this.shown.update((flags) => [flag, ...flags.filter((other) => other.id !== flag.id)]);
  }

  close(id: string | number): boolean {
    const before = this.shown.get();
    this.shown.set(before.filter((flag) => flag.id !== id));
    return this.shown.get().length < before.length;
  }
}
