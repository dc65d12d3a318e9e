import type { CommentEditorProps } from '@atlaskit/forge-react-types';
import { useState } from 'react';
import ButtonGroup from '@atlaskit/button/button-group';
import Button from '@atlaskit/button/new';
import Textarea from '@atlaskit/textarea';
import { adfToText, textToAdf } from './adf-text';
import type { NodeProps } from './node-props';

// Atlassian's editor is far larger than this whole page. Plain text stands in for it: what goes in and out is
// the same document format, formatting within it is lost on editing.
type EditorProps = Omit<CommentEditorProps, 'onChange' | 'onSave'> & {
  readonly onChange?: (document: unknown) => void;
  readonly onSave?: (document: unknown) => void;
};

export function ChromelessEditor({ props }: NodeProps<EditorProps>) {
  const [text, setText] = useState(adfToText(props.defaultValue));
  return <EditorText props={props} text={text} setText={setText} />;
}

export function CommentEditor({ props }: NodeProps<EditorProps>) {
  const [text, setText] = useState(adfToText(props.defaultValue));
  const { onSave, onCancel } = props;
  return (
    <div className="comment-editor">
      <EditorText props={props} text={text} setText={setText} />
      <ButtonGroup label="Comment">
        {onSave === undefined ? null : (
          <Button appearance="primary" onClick={() => onSave(textToAdf(text))}>
            Save
          </Button>
        )}
        {onCancel === undefined ? null : (
          <Button appearance="subtle" onClick={() => onCancel()}>
            Cancel
          </Button>
        )}
      </ButtonGroup>
    </div>
  );
}

function EditorText({
  props,
  text,
  setText,
}: {
  readonly props: EditorProps;
  readonly text: string;
  readonly setText: (text: string) => void;
}) {
  return (
    <Textarea
      aria-label="Text"
      minimumRows={3}
      value={text}
      isDisabled={props.isDisabled === true}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange?.(textToAdf(event.target.value));
      }}
    />
  );
}
