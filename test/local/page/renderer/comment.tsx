import type { CommentProps } from '@atlaskit/forge-react-types';
import AtlaskitComment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import { slotNodes } from '../doc/forge-doc';
import type { NodeProps } from './node-props';

type CommentNodeProps = Omit<CommentProps, 'avatar' | 'content' | 'children'>;
type Action = NonNullable<CommentProps['actions']>[number];

export function Comment({ props, nodes, children, view }: NodeProps<CommentNodeProps>) {
  const { author, time, edited, actions, errorActions, ...rest } = props;
  const nested = nodes.flatMap((node, index) => (node.type === 'ContentWrapper' ? [] : [children[index]]));
  return (
    <AtlaskitComment
      {...rest}
      avatar={view.nodes(slotNodes(nodes, 'avatar'))}
      content={view.nodes(slotNodes(nodes, 'content'))}
      {...(author === undefined
        ? {}
        : { author: <CommentAuthor {...clickOf(author.onClick)}>{author.text}</CommentAuthor> })}
      {...(time === undefined
        ? {}
        : { time: <CommentTime {...clickOf(time.onClick)}>{time.text}</CommentTime> })}
      {...(edited === undefined ? {} : { edited: <CommentEdited>{edited}</CommentEdited> })}
      actions={(actions ?? []).map(toAction)}
      errorActions={(errorActions ?? []).map(toAction)}
    >
      {nested}
    </AtlaskitComment>
  );
}

function toAction(action: Action) {
  return (
    <CommentAction key={action.text} {...clickOf(action.onClick)}>
      {action.text}
    </CommentAction>
  );
}

/** Handlers inside an object prop have crossed the bridge too: they get no event. */
function clickOf(onClick: unknown): { onClick?: () => void } {
  return typeof onClick === 'function' ? { onClick: () => void Reflect.apply(onClick, undefined, []) } : {};
}
