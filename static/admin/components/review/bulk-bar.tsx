import { Box, Button, ButtonGroup, Inline, LoadingButton, Text, xcss } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
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

/**
 * What is chosen and what may be done with it; lines alike only. The buttons stay, also while nothing is chosen: UI Kit
 * cannot move the focus, so a button that went away or was switched off after its use would take the focus with it.
 */
export function BulkBar({ chosen, onDecide, onAssign, onUndo }: BulkBarProps) {
  const { roles } = useSession();
  if (!roles.reviewer) {
    return <Text color="color.text.subtle">You can read the lines. A Jira administrator decides them.</Text>;
  }
  const { lines, summary, mayDecide, mayAssign, mayUndo } = selectionView(chosen.selection);
  const [first] = lines;
  const withChosen = (act: (chosenFirst: LineRow) => void) => (): void => {
    if (first === undefined) announce('No line is chosen', 'Choose lines in the table first.', 'info');
    else act(first);
  };
  return (
    <Box xcss={barStyle}>
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <Text weight="medium">
          {first === undefined
            ? 'Choose lines alike to decide them together, or decide one by one.'
            : summary}
        </Text>
        <ButtonGroup>
          <Button
            appearance="primary"
            isDisabled={first !== undefined && !mayDecide}
            onClick={withChosen(() => onDecide(lines))}
          >
            Decide selected
          </Button>
          <Button isDisabled={first !== undefined && !mayAssign} onClick={withChosen(() => onAssign(lines))}>
            Assign selected
          </Button>
          <Button isDisabled={first !== undefined && !mayUndo} onClick={withChosen(() => onUndo(lines))}>
            Undo selected
          </Button>
          <LoadingButton
            isLoading={chosen.busy}
            onClick={withChosen((line) => void chosen.chooseAlike(line))}
          >
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
