import { Button, ButtonGroup, Checkbox, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import { useSession } from '../../hooks/session-context';
import type { ApprovalGroup, ApprovalLine, OverridableRule } from '../../view-models/approvals';
import { approvesLines } from '../../view-models/delegation';
import { counted } from '../../view-models/counts';
import { decisionInWords } from '../../view-models/lines';
import { lastUse, PAGE_SIZE, verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { VerdictCell } from '../lozenges';
import { PagerOf } from '../pager';
import { Panel } from '../panel';
import { Person } from '../person';
import { Sentence } from '../rich-text';
import { LineNotice } from '../review/line-notice';
import type { Asking } from './approval-modals';

const COLUMNS = [
  { key: 'line', title: 'Line', width: 10 },
  { key: 'person', title: 'Person', width: 17 },
  { key: 'verdict', title: 'Verdict and last use', width: 20 },
  { key: 'decision', title: 'Asked', width: 22 },
  { key: 'preview', title: 'What approving lets happen', width: 31 },
];

interface ApprovalGroupPanelProps {
  readonly group: ApprovalGroup;
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (line: number) => void;
  readonly onAsk: (asking: Asking) => void;
}

/** Lines that ask for the same: approved or returned as a whole, or line by line. */
export function ApprovalGroupPanel(props: ApprovalGroupPanelProps) {
  const { group, chosen, onToggle, onAsk } = props;
  const { now } = useSession();
  const [offset, setOffset] = useState(0);
  const shown = group.lines.slice(offset, offset + PAGE_SIZE);
  return (
    <Panel title={`${group.title}: ${group.count}`} actions={<GroupButtons group={group} onAsk={onAsk} />}>
      <DataTable
        label={group.title}
        columns={COLUMNS}
        empty="No line in this group."
        rows={shown.map((entry) => ({
          key: String(entry.line.line),
          isHighlighted: chosen.has(entry.line.line),
          cells: [
            <LineCell key="line" entry={entry} isChosen={chosen.has(entry.line.line)} onToggle={onToggle} />,
            <User key="person" accountId={entry.line.accountId} />,
            <VerdictCell
              key="verdict"
              verdict={entry.line.verdict}
              note={`${verdictNote(entry.line)} · ${lastUse(entry.line, now)}`}
            />,
            <Asked key="asked" entry={entry} />,
            <Preview
              key="preview"
              entry={entry}
              onOverride={(rule) => onAsk({ kind: 'override', rule, lines: [entry.line.line] })}
            />,
          ],
        }))}
      />
      <PagerOf
        offset={offset}
        shown={shown.length}
        total={group.lines.length}
        unit="line"
        onOffset={setOffset}
      />
    </Panel>
  );
}

interface GroupButtonsProps {
  readonly group: ApprovalGroup;
  readonly onAsk: (asking: Asking) => void;
}

/** Approves what this person may approve of the group, or returns all of it. */
function GroupButtons({ group, onAsk }: GroupButtonsProps) {
  const { roles } = useSession();
  if (!approvesLines(roles)) return null;
  const { approvable, lines } = group;
  return (
    <ButtonGroup>
      <Button
        isDisabled={approvable.length === 0}
        onClick={() => onAsk({ kind: 'approve', lines: approvable })}
      >
        {`Approve ${counted(approvable.length, 'line')}`}
      </Button>
      <Button
        appearance="subtle"
        onClick={() => onAsk({ kind: 'return', lines: lines.map(({ line }) => line.line) })}
      >
        Return group
      </Button>
    </ButtonGroup>
  );
}

interface LineCellProps {
  readonly entry: ApprovalLine;
  readonly isChosen: boolean;
  readonly onToggle: (line: number) => void;
}

function LineCell({ entry: { line }, isChosen, onToggle }: LineCellProps) {
  return (
    <Checkbox label={`Line ${String(line.line)}`} isChecked={isChosen} onChange={() => onToggle(line.line)} />
  );
}

function Asked({ entry: { line } }: { readonly entry: ApprovalLine }) {
  return (
    <Stack space="space.050">
      <Text>{decisionInWords(line)}</Text>
      {line.decision === null ? null : (
        <Text size="small" color="color.text.subtle">
          {'By '}
          <Person id={line.decision.by} />
          {line.decision.note === '' ? '' : `: ${line.decision.note}`}
        </Text>
      )}
      <LineNotice line={line} />
    </Stack>
  );
}

interface PreviewProps {
  readonly entry: ApprovalLine;
  readonly onOverride: (rule: OverridableRule) => void;
}

function Preview({ entry: { line, preview, bundle, obstacle, overridable }, onOverride }: PreviewProps) {
  return (
    <Stack space="space.050" alignInline="start">
      <Text weight="medium">{preview}</Text>
      <Sentence size="small" isSubtle text={line.sentence} />
      {bundle === '' ? null : <Text size="small">{bundle}</Text>}
      {obstacle === '' ? null : <Text weight="medium">{obstacle}</Text>}
      {overridable !== null ? (
        <Button spacing="compact" appearance="subtle" onClick={() => onOverride(overridable)}>
          No other approver exists
        </Button>
      ) : null}
    </Stack>
  );
}
