import { useCallback, useRef, useState } from 'react';
import type { ExportPartView } from '../../../src/contract/settings-replies';
import { EXPORT_PART_CHARS } from '../../../src/contract/words';
import { cutExport, whyTooLong } from '../view-models/export-file';
import { withPart, type ExportReading } from '../view-models/user-export';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';

interface ReadingWish {
  readonly text: string;
  /** `2026-10-30`. */
  readonly exportedOn: string;
  /** Columns as somebody corrected them; null to go by the headings. */
  readonly columns: ExportPartView['columns'] | null;
}

export interface ExportReadingState {
  readonly reading: ExportReading | null;
  /** Share of the file that was read, from 0 to 1; null when nothing is under way. */
  readonly progress: number | null;
  readonly error: ReplyError | null;
  /** Reads the file from its start; a reading that is under way is given up. */
  readonly read: (wish: ReadingWish) => Promise<void>;
  readonly forget: () => void;
}

/** Sends a file part by part and stops at the first part with problems, for nothing of it would count. */
export function useExportReading(): ExportReadingState {
  const [reading, setReading] = useState<ExportReading | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<ReplyError | null>(null);
  const newest = useRef(0);

  const forget = useCallback(() => {
    newest.current += 1;
    setReading(null);
    setProgress(null);
    setError(null);
  }, []);

  const read = useCallback(async ({ text, exportedOn, columns }: ReadingWish) => {
    newest.current += 1;
    const mine = newest.current;
    setError(null);
    setReading(null);
    setProgress(0);
    const parts = cutExport(text, EXPORT_PART_CHARS);
    const tooLong = whyTooLong(parts, EXPORT_PART_CHARS);
    if (tooLong !== null) {
      setError({ code: 'input.invalid', message: tooLong });
      setProgress(null);
      return;
    }
    const meanings = columns === null ? {} : { meanings: columns.map(({ meaning }) => meaning) };
    let sofar: ExportReading | null = null;
    for (const [part, piece] of parts.entries()) {
      const importId = sofar === null ? {} : { importId: sofar.importId };
      const reply = await callResolver('read-export-part', {
        part,
        exportedOn,
        ...piece,
        ...meanings,
        ...importId,
      });
      if (mine !== newest.current) return;
      if (!reply.ok) {
        setError(reply.error);
        setProgress(null);
        return;
      }
      sofar = withPart(sofar, reply.data);
      setProgress((part + 1) / parts.length);
      if (sofar.problemCount > 0) break;
    }
    setReading(sofar);
    setProgress(null);
  }, []);
  return { reading, progress, error, read, forget };
}
