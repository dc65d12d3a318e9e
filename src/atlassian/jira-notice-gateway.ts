import { asApp, route } from '@forge/api';
import type { WriteAnswer } from '../domain/plan/write-outcome';
import type { IssueToMake, NoticeWriter } from '../ports/notice-writer';
import { appPlace } from './caller-gateway';
import { retryAfterSeconds, type Http, type HttpAnswer } from './http';
import { JSON_HEADERS } from './jira-project-gateway';
import { getSearchJql, postIssue } from './jira-schemas';

/** Characters of an answer that are kept for the ledger. */
const DETAIL_CHARS = 300;

/** Makes the issue of a review and sends its notices, as the app: an issue's own mail would tell everybody of each. */
export function createJiraNotices(http: Http): NoticeWriter {
  return {
    async findIssue(label) {
      const jql = `labels = "${label}" ORDER BY created ASC`;
      const { issues } = await http.read('the issue of notices', getSearchJql, () =>
        asApp().requestJira(route`/rest/api/3/search/jql?jql=${jql}&fields=summary&maxResults=1`),
      );
      return issues[0]?.key ?? null;
    },
    async createIssue(issue) {
      const { text, ...answer } = await send(() =>
        asApp().requestJira(route`/rest/api/3/issue`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body: JSON.stringify({ fields: fieldsOf(issue) }),
        }),
      );
      const issueKey = answer.status === 201 ? keyIn(text) : null;
      return issueKey === null ? answer : { issueKey };
    },
    async notify(issueKey, accountId, message) {
      const { text: _, ...answer } = await send(() =>
        asApp().requestJira(route`/rest/api/3/issue/${issueKey}/notify`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body: JSON.stringify({ ...message, to: { users: [{ accountId }] } }),
        }),
      );
      return answer;
    },
    pageUrl: (siteUrl) => `${siteUrl}/jira/apps/${appPlace()}`,
  };
}

/** Once. Without an answer nobody knows whether the write happened. */
async function send(request: () => Promise<HttpAnswer>): Promise<WriteAnswer & { readonly text: string }> {
  try {
    const answer = await request();
    const text = await answer.text();
    return {
      status: answer.status,
      detail: text.slice(0, DETAIL_CHARS),
      retryAfterSeconds: retryAfterSeconds(answer),
      text,
    };
  } catch {
    return { status: null, detail: '', retryAfterSeconds: null, text: '' };
  }
}

/** Null where the answer cannot be read: the issue was made all the same, and is found by its label. */
function keyIn(text: string): string | null {
  try {
    return postIssue.parse(JSON.parse(text)).key;
  } catch {
    return null;
  }
}

function fieldsOf({ project, issueType, label, summary, paragraphs }: IssueToMake) {
  return {
    project: { key: project },
    issuetype: { name: issueType },
    summary,
    labels: [label],
    description: {
      type: 'doc',
      version: 1,
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  };
}
