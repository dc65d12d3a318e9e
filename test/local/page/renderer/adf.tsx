import type { AdfRendererProps } from '@atlaskit/forge-react-types';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Code } from '@atlaskit/code';
import Link from '@atlaskit/link';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { AdfNode } from './adf-text';
import { adfSchema } from './adf-text';
import type { NodeProps } from './node-props';
import { UnknownNode } from './unknown-node';

type Render = (node: AdfNode, content: ReactNode) => ReactNode;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
const PANELS = {
  info: 'information',
  note: 'discovery',
  warning: 'warning',
  error: 'error',
  success: 'success',
} as const;

function attribute(node: AdfNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function panelLook(node: AdfNode) {
  const kind = attribute(node, 'panelType');
  return kind in PANELS ? PANELS[kind as keyof typeof PANELS] : 'information';
}

const blocks: Readonly<Record<string, Render>> = {
  doc: (_node, content) => content,
  paragraph: (_node, content) => <p>{content}</p>,
  heading: (node, content) => {
    const Tag = HEADINGS[Number(attribute(node, 'level')) - 1] ?? 'h3';
    return <Tag>{content}</Tag>;
  },
  bulletList: (_node, content) => <ul>{content}</ul>,
  orderedList: (_node, content) => <ol>{content}</ol>,
  listItem: (_node, content) => <li>{content}</li>,
  blockquote: (_node, content) => <blockquote>{content}</blockquote>,
  codeBlock: (_node, content) => (
    <pre>
      <code>{content}</code>
    </pre>
  ),
  rule: () => <hr />,
  panel: (node, content) => <SectionMessage appearance={panelLook(node)}>{content}</SectionMessage>,
  table: (_node, content) => (
    <table>
      <tbody>{content}</tbody>
    </table>
  ),
  tableRow: (_node, content) => <tr>{content}</tr>,
  tableCell: (_node, content) => <td>{content}</td>,
  tableHeader: (_node, content) => <th>{content}</th>,
  expand: (node, content) => (
    <details>
      <summary>{attribute(node, 'title')}</summary>
      {content}
    </details>
  ),
};

const inlines: Readonly<Record<string, Render>> = {
  text: (node) => (node.marks ?? []).reduce<ReactNode>(marked, node.text),
  hardBreak: () => <br />,
  mention: (node) => <span className="adf-mention">{attribute(node, 'text') || '@…'}</span>,
  emoji: (node) => attribute(node, 'text') || attribute(node, 'shortName'),
  date: (node) => new Date(Number(attribute(node, 'timestamp'))).toISOString().slice(0, 10),
  status: (node) => <Lozenge>{attribute(node, 'text')}</Lozenge>,
  inlineCard: (node) => <Link href={attribute(node, 'url')}>{attribute(node, 'url')}</Link>,
};

const renders = { ...blocks, ...inlines };

function marked(content: ReactNode, mark: AdfNode): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{content}</strong>;
    case 'em':
      return <em>{content}</em>;
    case 'strike':
      return <s>{content}</s>;
    case 'underline':
      return <u>{content}</u>;
    case 'code':
      return <Code>{content}</Code>;
    case 'link':
      return <Link href={attribute(mark, 'href')}>{content}</Link>;
    case 'subsup':
      return attribute(mark, 'type') === 'sub' ? <sub>{content}</sub> : <sup>{content}</sup>;
    case 'textColor':
      return <span style={{ color: attribute(mark, 'color') }}>{content}</span>;
    default:
      return content;
  }
}

function Adf({ node }: { node: AdfNode }) {
  const render = renders[node.type];
  if (render === undefined) return <UnknownNode name={`document node ${node.type}`} />;
  const content = (node.content ?? []).map((child, index) => (
    <Fragment key={index}>
      <Adf node={child} />
    </Fragment>
  ));
  return <>{render(node, content)}</>;
}

/** Covers the nodes that texts are made of; media, which needs Atlassian's services, is an unknown node. */
export function AdfRenderer({ props }: NodeProps<AdfRendererProps>) {
  return (
    <div className="adf">
      <Adf node={adfSchema.parse(props.documentWithoutMedia ?? props.document)} />
    </div>
  );
}
