import type { ReactNode } from 'react';
import AtlaskitInlineEdit from '@atlaskit/inline-edit';
import { slotNodes } from '../doc/forge-doc';
import type { NodeProps } from './node-props';

interface InlineEditNodeProps {
  readonly label?: string;
  readonly isEditing: boolean;
  readonly onConfirm: () => void;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
  readonly keepEditViewOpenOnBlur?: boolean;
  readonly hideActionButtons?: boolean;
  readonly isRequired?: boolean;
  readonly readViewFitContainerWidth?: boolean;
  readonly editButtonLabel?: string;
  readonly confirmButtonLabel?: string;
  readonly cancelButtonLabel?: string;
  readonly startWithEditViewOpen?: boolean;
}

/** `@forge/react` keeps the value and validates; here the two views are shown and the buttons pressed. */
export function InlineEdit({ props, nodes, view }: NodeProps<InlineEditNodeProps>) {
  const slot = (name: string): ReactNode => <>{view.nodes(slotNodes(nodes, name))}</>;
  return (
    <AtlaskitInlineEdit
      {...props}
      defaultValue=""
      editView={() => slot('editView')}
      readView={() => <div className="inline-edit-read">{slot('readView')}</div>}
      onConfirm={() => props.onConfirm()}
    />
  );
}
