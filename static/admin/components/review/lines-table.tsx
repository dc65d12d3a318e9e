import { Button, ButtonGroup, Checkbox, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import { DECISION_LABELS } from '../../view-models/labels';
import type { Selection } from '../../view-models/line-selection';
import {
  bundleInWords,
  changeInWords,
  decisionInWords,
  isDecidable,
  isUndoable,
} from '../../view-models/lines';
import { lastUse, verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { LineStateLozenge, PathTags, VerdictCell } from '../lozenges';
import { Sentence } from '../rich-text';
import { LineNotice } from './line-notice';
import { LineAssignment } from './line-assignment';

const COLUMNS = [
  { key: 'line', title: 'Line', width: 9 },
  { key: 'person', title: 'Person and product', width: 17 },
  { key: 'verdict', title: 'Verdict', width: 16 },
  { key: 'last-use', title: 'Last use', width: 12 },
  { key: 'paths', title: 'Held through', width: 17 },
  { key: 'decision', title: 'Decision', width: 17 },
  { key: 'actions', title: 'Actions', width: 12 },
];

interface LinesTableProps {
  readonly rows: readonly LineRow[];
  readonly isLoading: boolean;
  readonly chosen: Selection;
  readonly onToggle: (line: LineRow) => void;
  readonly onDecide: (line: LineRow) => void;
  readonly onLook: (line: LineRow) => void;
}

export function LinesTable({ rows, isLoading, chosen, onToggle, onDecide, onLook }: LinesTableProps) {
  const { accountId, now, roles } = useSession();
  return (
    <DataTable
      label="Lines"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No line on this page."
      rows={rows.map((line) => ({
        key: String(line.line),
        isHighlighted: chosen.has(line.line),
        cells: [
          <LineChoice
            key="line"
            line={line}
            isChosen={chosen.has(line.line)}
            mayChoose={roles.reviewer}
            onToggle={onToggle}
          />,
          <Stack key="person" space="space.050" alignInline="start">
            <User accountId={line.accountId} />
            <Text>{line.productName}</Text>
          </Stack>,
          <VerdictCell key="verdict" verdict={line.verdict} note={verdictNote(line)} />,
          lastUse(line, now),
          <PathTags key="paths" paths={line.paths} />,
          <LineDecision key="decision" line={line} me={accountId} />,
          <ButtonGroup key="actions">
            {roles.reviewer && isDecidable(line) ? (
              <Button spacing="compact" onClick={() => onDecide(line)}>
                Decide
              </Button>
            ) : null}
            <Button spacing="compact" appearance="subtle" onClick={() => onLook(line)}>
              Details
            </Button>
          </ButtonGroup>,
        ],
      }))}
    />
  );
}

interface LineChoiceProps {
  readonly line: LineRow;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  readonly onToggle: (line: LineRow) => void;
}

function LineChoice({ line, isChosen, mayChoose, onToggle }: LineChoiceProps) {
  const bundle = bundleInWords(line);
  const change = changeInWords(line);
  return (
    <Stack space="space.050" alignInline="start">
      {mayChoose && (isDecidable(line) || isUndoable(line)) ? (
        <Checkbox label={`Line ${String(line.line)}`} isChecked={isChosen} onChange={() => onToggle(line)} />
      ) : (
        <Text>{`Line ${String(line.line)}`}</Text>
      )}
      {bundle === '' ? null : <Text size="small">{bundle}</Text>}
      {change === '' ? null : (
        <Text size="small" color="color.text.subtle">
          {change}
        </Text>
      )}
    </Stack>
  );
}

/** State, decision, and before there is one what is recommended. */
function LineDecision({ line, me }: { readonly line: LineRow; readonly me: string }) {
  return (
    <Stack space="space.050" alignInline="start">
      <LineStateLozenge line={line} />
      <Text size="small">
        {line.decision === null
          ? `Recommended: ${DECISION_LABELS[line.recommended].toLowerCase()}`
          : decisionInWords(line)}
      </Text>
      {line.cause === null ? null : <Sentence size="small" isSubtle text={line.cause} />}
      <LineNotice line={line} />
      <LineAssignment line={line} me={me} />
    </Stack>
  );
}
