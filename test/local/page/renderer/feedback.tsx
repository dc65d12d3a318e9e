import type {
  EmptyStateProps,
  ProgressBarProps,
  ProgressTrackerProps,
  SectionMessageActionProps,
  SectionMessageProps,
  SpinnerProps,
  TooltipProps,
} from '@atlaskit/forge-react-types';
import type { ComponentProps } from 'react';
import AtlaskitEmptyState from '@atlaskit/empty-state';
import AtlaskitPopup from '@atlaskit/popup';
import AtlaskitProgressBar from '@atlaskit/progress-bar';
import { ProgressTracker as AtlaskitProgressTracker } from '@atlaskit/progress-tracker';
import AtlaskitSectionMessage, {
  SectionMessageAction as AtlaskitSectionMessageAction,
} from '@atlaskit/section-message';
import AtlaskitSpinner from '@atlaskit/spinner';
import AtlaskitTooltip from '@atlaskit/tooltip';
import { slotNodes, textOf } from '../doc/forge-doc';
import type { NodeProps } from './node-props';

export function SectionMessage({ props, children, view }: NodeProps<Omit<SectionMessageProps, 'children'>>) {
  const { actions, ...rest } = props;
  return (
    <AtlaskitSectionMessage
      {...rest}
      actions={view.element(actions).map((action) => (
        <>{action}</>
      ))}
    >
      {children}
    </AtlaskitSectionMessage>
  );
}

export function SectionMessageAction({
  props,
  children,
}: NodeProps<Omit<SectionMessageActionProps, 'children'>>) {
  return <AtlaskitSectionMessageAction {...props}>{children}</AtlaskitSectionMessageAction>;
}

export function EmptyState({ props, view }: NodeProps<EmptyStateProps>) {
  const { description, primaryAction, secondaryAction, tertiaryAction, ...rest } = props;
  return (
    <AtlaskitEmptyState
      {...rest}
      description={description === undefined ? undefined : view.element(description)}
      primaryAction={primaryAction === undefined ? undefined : view.element(primaryAction)}
      secondaryAction={secondaryAction === undefined ? undefined : view.element(secondaryAction)}
      tertiaryAction={tertiaryAction === undefined ? undefined : view.element(tertiaryAction)}
    />
  );
}

export function ProgressBar({ props }: NodeProps<ProgressBarProps>) {
  return <AtlaskitProgressBar {...props} />;
}

export function ProgressTracker({ props }: NodeProps<ProgressTrackerProps>) {
  // The platform renders stages as links without a target: keep them from leaving the page.
  const items = props.items.map((item) => ({ ...item, href: '#' }));
  return (
    <div onClick={(event) => event.preventDefault()} role="presentation">
      <AtlaskitProgressTracker {...props} items={items} />
    </div>
  );
}

export function Spinner({ props }: NodeProps<SpinnerProps>) {
  return <AtlaskitSpinner {...props} label={props.label ?? 'Loading'} />;
}

export function Tooltip({ props, nodes, children, view }: NodeProps<Omit<TooltipProps, 'children'>>) {
  const { content, ...rest } = props;
  const text = textOf(nodes);
  return (
    <AtlaskitTooltip {...rest} content={typeof content === 'string' ? content : view.element(content)}>
      {text === undefined ? <span className="tooltip-trigger">{children}</span> : <span>{text}</span>}
    </AtlaskitTooltip>
  );
}

type PopupNodeProps = Pick<
  ComponentProps<typeof AtlaskitPopup>,
  | 'isOpen'
  | 'id'
  | 'testId'
  | 'onClose'
  | 'placement'
  | 'fallbackPlacements'
  | 'shouldFlip'
  | 'autoFocus'
  | 'role'
  | 'label'
  | 'titleId'
> & { readonly shouldFitContainer?: boolean };

export function Popup({ props, nodes, view }: NodeProps<PopupNodeProps>) {
  return (
    <AtlaskitPopup
      {...pickDefined(props)}
      isOpen={props.isOpen}
      label={props.label ?? 'Popup'}
      {...(props.shouldFitContainer === true ? { shouldFitContainer: true as const } : {})}
      content={() => <>{view.nodes(slotNodes(nodes, 'content'))}</>}
      trigger={({ ref, ...aria }) => (
        <span
          className="popup-trigger"
          ref={ref}
          aria-controls={aria['aria-controls']}
          aria-expanded={aria['aria-expanded']}
          aria-haspopup={aria['aria-haspopup']}
        >
          {view.nodes(slotNodes(nodes, 'trigger'))}
        </span>
      )}
    />
  );
}

/** `@forge/react` passes every popup prop, undefined where the app gave none: those must not hide defaults. */
function pickDefined(props: PopupNodeProps): Partial<Omit<PopupNodeProps, 'shouldFitContainer'>> {
  return Object.fromEntries(
    Object.entries(props).filter(([name, value]) => value !== undefined && name !== 'shouldFitContainer'),
  );
}
