import { Lozenge, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { ExemptionRow } from '../../../../src/contract/exemption-replies';
import {
  coversInWords,
  EXEMPTION_STATES,
  exemptionProduct,
  untilInWords,
  wayInWords,
  whyInWords,
} from '../../view-models/exemptions';
import { Sentence } from '../rich-text';

interface CellProps {
  readonly row: ExemptionRow;
}

/** The person, the group by its name, or the rule; and on which product. */
export function CoversCell({ row }: CellProps) {
  return (
    <Stack space="space.050" alignInline="start">
      {row.match.kind === 'account' ? (
        <User accountId={row.match.value} />
      ) : (
        <Text weight="medium">{coversInWords(row)}</Text>
      )}
      <Text size="small" color="color.text.subtle">
        {exemptionProduct(row)}
      </Text>
    </Stack>
  );
}

export function StateCell({ row, now }: CellProps & { readonly now: string }) {
  const { label, appearance } = EXEMPTION_STATES[row.state];
  return (
    <Stack space="space.050" alignInline="start">
      <Lozenge appearance={appearance}>{label}</Lozenge>
      <Text size="small">{untilInWords(row, now)}</Text>
    </Stack>
  );
}

export function WhyCell({ row }: CellProps) {
  return (
    <Stack space="space.050">
      {whyInWords(row).map((text, index) => (
        <Sentence key={String(index)} text={text} isSubtle={index > 0} />
      ))}
    </Stack>
  );
}

/** Who asked, who approved or turned it down, who ended it. */
export function WayCell({ row }: CellProps) {
  return (
    <Stack space="space.050">
      {wayInWords(row).map((text) => (
        <Sentence key={text} size="small" text={text} />
      ))}
    </Stack>
  );
}
