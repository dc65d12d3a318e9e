import { z } from 'zod';
import { OWNER_CLASSES } from './words';

export const accountId = z.string().min(1).max(128);
export const id = z.string().min(1).max(80);
export const product = z.string().min(1).max(80);
export const note = z.string().trim().max(2000);
export const reason = note.min(3);
/** Numbers of lines that one action takes. */
export const lines = z.array(z.int().min(1)).min(1).max(1000);
/** Sequence that the page has seen; a change by somebody else since then on these lines is refused. */
export const seen = z.int().min(0).optional();
/** Any offset is taken; from here on times are UTC and compare as text. */
export const isoTime = z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString());

export const ownerClass = z.enum(OWNER_CLASSES);
