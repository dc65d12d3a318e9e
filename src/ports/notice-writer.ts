import type { NoticeMessage } from '../domain/notice/notice-message';
import type { WriteAnswer } from '../domain/plan/write-outcome';

/** The issue that every notice of one review is sent from; anybody who sees it learns of nobody in particular. */
export interface IssueToMake {
  /** Key of the project. */
  readonly project: string;
  /** Name of the issue type. */
  readonly issueType: string;
  /** Names the review, so that the issue is found again. */
  readonly label: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
}

/** Tells people by Jira, as the app. Sends each write once and never repeats it. */
export interface NoticeWriter {
  /** Key of the oldest issue with this label; null when a search finds none. Jira's search may lag seconds. */
  findIssue(label: string): Promise<string | null>;
  /** The new issue's key, or the answer that told none. */
  createIssue(issue: IssueToMake): Promise<{ readonly issueKey: string } | WriteAnswer>;
  /** One message to one person, from the issue. */
  notify(issueKey: string, accountId: string, message: NoticeMessage): Promise<WriteAnswer>;
  /** Where people of the site open the app's global page. */
  pageUrl(siteUrl: string): string;
}
