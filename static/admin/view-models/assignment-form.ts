import type { AssignmentPreview, SettingsView } from '../../../src/contract/settings-replies';
import { counted, listed } from './counts';
import { productLabel } from './labels';
import { toDomain } from './setup-questions';

export type Assignment = SettingsView['review']['assignment'];
export type AssignmentRule = Assignment['rules'][number];

export const RULE_KINDS = ['product', 'groupId', 'emailDomain'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const RULE_LABELS: Readonly<Record<RuleKind, string>> = {
  product: 'Product',
  groupId: 'Group',
  emailDomain: 'E-mail domain',
};

export interface RuleForm {
  readonly kind: RuleKind;
  readonly value: string;
  /** Account id; empty for nobody yet. */
  readonly reviewer: string;
}

export const EMPTY_RULE: RuleForm = { kind: 'product', value: '', reviewer: '' };

/** What is wrong with a rule that is to be added. */
export function ruleErrors({ kind, value, reviewer }: RuleForm): { value?: string; reviewer?: string } {
  const isDomain = kind !== 'emailDomain' || toDomain(value) !== null;
  return {
    ...(value === ''
      ? { value: 'Say which lines.' }
      : isDomain
        ? {}
        : { value: 'A domain, such as partner.example.' }),
    ...(reviewer === '' ? { reviewer: 'Name who reviews them.' } : {}),
  };
}

/** The rule of a form without errors, else null. */
export function ruleOf(form: RuleForm): AssignmentRule | null {
  if (Object.keys(ruleErrors(form)).length > 0) return null;
  return { match: matchOf(form), reviewer: form.reviewer };
}

function matchOf({ kind, value }: RuleForm): AssignmentRule['match'] {
  switch (kind) {
    case 'product':
      return { product: value };
    case 'groupId':
      return { groupId: value };
    case 'emailDomain':
      return { emailDomain: toDomain(value) ?? value };
  }
}

/** The rules with one of them a place further up, so that it is asked before its neighbour. */
export function movedUp(rules: readonly AssignmentRule[], index: number): AssignmentRule[] {
  const [before, moved] = [rules[index - 1], rules[index]];
  if (before === undefined || moved === undefined) return [...rules];
  return [...rules.slice(0, index - 1), moved, before, ...rules.slice(index + 1)];
}

/** "Group legacy-contractors"; a group that the last scan does not know is told by its id. */
export function matchInWords(
  { match }: AssignmentRule,
  groups: readonly { readonly id: string; readonly name: string }[],
): string {
  if ('product' in match) return `Product ${productLabel(match.product)}`;
  if ('emailDomain' in match) return `E-mail domain ${match.emailDomain}`;
  return `Group ${groups.find(({ id }) => id === match.groupId)?.name ?? match.groupId}`;
}

/** "12 of 40 lines would be assigned". */
export function assignmentTitle({ lines, unassigned }: AssignmentPreview): string {
  return `${String(lines - unassigned)} of ${counted(lines, 'line')} would be assigned`;
}

/** Who would get how many lines, with account ids in it, and what only a scan can tell. */
export function assignmentSentences({ reviewers, unassigned, domainsWait }: AssignmentPreview): string[] {
  return [
    ...reviewers.map(({ reviewer, lines }) => `${reviewer}: ${counted(lines, 'line')}.`),
    ...(unassigned === 0 ? [] : [`Nobody: ${counted(unassigned, 'line')}. Any reviewer may decide them.`]),
    ...(domainsWait.length === 0
      ? []
      : [
          `Whose address is at ${listed(domainsWait)} is looked up by the next scan: addresses are not stored. Until then these rules match no line.`,
        ]),
  ];
}
