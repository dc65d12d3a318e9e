import { useCallback, useState } from 'react';
import type { LineRow } from '../../../src/contract/review-replies';
import type { Selection } from '../view-models/line-selection';
import { addLine, allAlike, NO_LINES, removeLine } from '../view-models/line-selection';
import { callResolver } from './call-resolver';
import { readAllLines } from './use-lines';

export interface LineSelection {
  readonly selection: Selection;
  readonly notice: string;
  readonly busy: boolean;
  readonly toggle: (line: LineRow) => Promise<void>;
  /** Chooses every line of the queue that is alike and undecided. */
  readonly chooseAlike: (first: LineRow) => Promise<void>;
  /** The line with the alike lines of its bundle: what one decision covers. */
  readonly withMates: (line: LineRow) => Promise<readonly LineRow[]>;
  readonly clear: () => void;
}

/**
 * Chosen lines of a review; the lines of a bundle are chosen together, also those on other pages. `assignee`: whose
 * queue the page shows, all when undefined.
 */
export function useLineSelection(cycleId: string, assignee: string | undefined): LineSelection {
  const [selection, setSelection] = useState<Selection>(NO_LINES);
  const [notice, setNotice] = useState('');
  const [busy, setBusy] = useState(false);

  const toggle = useCallback(
    async (line: LineRow) => {
      setNotice('');
      if (selection.has(line.line)) return setSelection(removeLine(selection, line));
      // The line shows as chosen at once; the rest of its bundle follows when it is read.
      const alone = addLine(selection, line, []);
      setSelection(alone.selection);
      setNotice(alone.notice);
      if (alone.notice !== '' || line.bundle.length < 2) return;
      setBusy(true);
      const mates = await readMates(cycleId, line);
      setBusy(false);
      const { notice: aboutMates, selection: together } = addLine(NO_LINES, line, mates);
      setSelection((now) => (now.has(line.line) ? new Map([...now, ...together]) : now));
      setNotice(aboutMates);
    },
    [cycleId, selection],
  );

  const chooseAlike = useCallback(
    async (first: LineRow) => {
      setBusy(true);
      const reply = await readAllLines({
        cycleId,
        verdict: first.verdict,
        state: first.state,
        ...(assignee === undefined ? {} : { assignee }),
      });
      setBusy(false);
      if (!reply.ok) return setNotice(reply.error.message);
      setNotice('');
      setSelection(allAlike(first, reply.data.lines));
    },
    [cycleId, assignee],
  );

  const withMates = useCallback(
    async (line: LineRow) => [...addLine(NO_LINES, line, await readMates(cycleId, line)).selection.values()],
    [cycleId],
  );

  const clear = useCallback(() => {
    setSelection(NO_LINES);
    setNotice('');
  }, []);
  return { selection, notice, busy, toggle, chooseAlike, withMates, clear };
}

/** The other lines of the bundle; a line that stands alone costs no call. */
async function readMates(cycleId: string, line: LineRow): Promise<readonly LineRow[]> {
  if (line.bundle.length < 2) return [];
  const reply = await callResolver('list-lines', { cycleId, accountId: line.accountId, limit: 100 });
  if (!reply.ok) return [];
  return reply.data.rows.filter((other) => other.line !== line.line && line.bundle.includes(other.line));
}
