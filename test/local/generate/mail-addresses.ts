import type { Random } from './random';
import type { MailKind } from './situation';

/** Reserved names only: nothing sent here can reach anybody. */
export const COMPANY_DOMAIN = 'harbourline.example';
export const COUNSEL_DOMAIN = 'retained-counsel.example';
const AGENCY_DOMAINS = [
  'brightpath-agency.example',
  'quayside-freelance.example',
  'meridian-partners.example',
];

/** Letters that Unicode does not take apart into a base letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', đ: 'd' };

/** Gives out e-mail addresses, none of them twice: the second Ana Silva becomes `ana.silva2`. */
export class MailAddresses {
  private readonly given = new Map<string, number>();

  constructor(private readonly random: Random) {}

  /** Undefined where the address is hidden. */
  of(name: string, kind: MailKind, mailbox?: string): string | undefined {
    if (kind === 'none') return undefined;
    const local = mailbox ?? toLocalPart(name);
    const domain = this.domain(kind);
    const wanted = `${local}@${domain}`;
    const times = (this.given.get(wanted) ?? 0) + 1;
    this.given.set(wanted, times);
    return times === 1 ? wanted : `${local}${times}@${domain}`;
  }

  private domain(kind: Exclude<MailKind, 'none'>): string {
    if (kind === 'agency') return this.random.pick(AGENCY_DOMAINS);
    return kind === 'counsel' ? COUNSEL_DOMAIN : COMPANY_DOMAIN;
  }
}

function toLocalPart(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłıßæđ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9-]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
