import { Box, Button, ButtonGroup, Inline, LoadingButton, Text, xcss } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import type { LineSelection } from '../../hooks/use-line-selection';
import { selectionView } from '../../view-models/line-selection';

const barStyle = xcss({
  backgroundColor: 'color.background.selected',
  borderRadius: 'radius.medium',
  paddingBlock: 'space.100',
  paddingInline: 'space.150',
});

interface BulkBarProps {
  readonly chosen: LineSelection;
  readonly onDecide: (lines: readonly LineRow[]) => void;
  readonly onAssign: (lines: readonly LineRow[]) => void;
  readonly onUndo: (lines: readonly LineRow[]) => void;
}

/** What is chosen and what may be done with it; lines alike only. */
export function BulkBar({ chosen, onDecide, onAssign, onUndo }: BulkBarProps) {
  const { roles } = useSession();
  if (!roles.reviewer) {
    return <Text color="color.text.subtle">You can read the lines. A Jira administrator decides them.</Text>;
  }
  const { lines, summary, mayDecide, mayAssign, mayUndo } = selectionView(chosen.selection);
  const [first] = lines;
  if (first === undefined) {
    return (
      <Text color="color.text.subtle">Choose lines alike to decide them together, or decide one by one.</Text>
    );
  }
  return (
    <Box xcss={barStyle}>
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <Text weight="medium">{summary}</Text>
        <ButtonGroup>
          <Button appearance="primary" isDisabled={!mayDecide} onClick={() => onDecide(lines)}>
            Decide selected
          </Button>
          <Button isDisabled={!mayAssign} onClick={() => onAssign(lines)}>
            Assign selected
          </Button>
          <Button isDisabled={!mayUndo} onClick={() => onUndo(lines)}>
            Undo selected
          </Button>
          <LoadingButton isLoading={chosen.busy} onClick={() => void chosen.chooseAlike(first)}>
            Select all lines alike
          </LoadingButton>
          <Button appearance="subtle" onClick={chosen.clear}>
            Clear selection
          </Button>
        </ButtonGroup>
      </Inline>
    </Box>
  );
}
