import type { SettingsView } from '../../../src/contract/settings-replies';
import { productLabel } from './labels';

export type ApprovedDomain = NonNullable<SettingsView['approvedDomains']>[number];

/** A domain as people write it, without the @ before it; null when it is none. */
export function toDomain(text: string): string | null {
  const domain = text.trim().replace(/^@/, '').toLowerCase();
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain) ? domain : null;
}

/** The list with one more domain, each domain and product once. */
export function withDomain(domains: readonly ApprovedDomain[], added: ApprovedDomain): ApprovedDomain[] {
  return [...domains.filter((each) => !isSame(each, added)), added];
}

export function withoutDomain(domains: readonly ApprovedDomain[], gone: ApprovedDomain): ApprovedDomain[] {
  return domains.filter((each) => !isSame(each, gone));
}

function isSame(a: ApprovedDomain, b: ApprovedDomain): boolean {
  return a.domain === b.domain && a.product === b.product;
}

/** "partner.example gets Jira". */
export function domainInWords({ domain, product }: ApprovedDomain): string {
  return `${domain} gets ${productLabel(product)}`;
}

/** Whether two lists of account ids name the same people, in whatever order. */
export function isSamePeople(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** How far the questions are answered: "On-call answered, approved domains not answered yet". */
export function answeredInWords({ policy, approvedDomains }: SettingsView): string {
  const say = (answered: boolean): string => (answered ? 'answered' : 'not answered yet');
  return `On-call ${say(policy.jsmOnCall !== 'unanswered')}, approved domains ${say(approvedDomains !== null)}`;
}

/** Whether no question is left that only people can answer. */
export function isAnswered({ policy, approvedDomains }: SettingsView): boolean {
  return policy.jsmOnCall !== 'unanswered' && approvedDomains !== null;
}
