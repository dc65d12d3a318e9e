import { z } from 'zod';

/** A node of the Atlassian Document Format. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly AdfNode[] | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}

export const adfSchema: z.ZodType<AdfNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    marks: z.array(adfSchema).optional(),
    content: z.array(adfSchema).optional(),
  }),
);

/** A document with one paragraph per line. */
export function textToAdf(text: string): AdfNode & { readonly version: 1 } {
  const content = text.split('\n').map((line): AdfNode => {
    return { type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] };
  });
  return { version: 1, type: 'doc', content };
}

/** The text of a document, one block per line; empty for anything that is none. */
export function adfToText(document: unknown): string {
  const parsed = adfSchema.safeParse(document);
  return parsed.success ? (parsed.data.content ?? []).map(inlineText).join('\n') : '';
}

function inlineText(node: AdfNode): string {
  return node.text ?? (node.content ?? []).map(inlineText).join('');
}
