import type {
  ButtonGroupProps,
  ButtonProps,
  LinkButtonProps,
  LoadingButtonProps,
} from '@atlaskit/forge-react-types';
import ButtonGroupContainer from '@atlaskit/button/button-group';
import AtlaskitButton, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import { iconComponent } from './icons';
import type { NodeProps } from './node-props';

type Appearance = 'default' | 'danger' | 'discovery' | 'primary' | 'subtle' | 'warning';

/** `link` and `subtle-link` are older looks that today's Atlaskit button has no more; `subtle` comes nearest. */
function appearanceOf(value: string | undefined): Appearance {
  switch (value) {
    case 'primary':
    case 'danger':
    case 'warning':
    case 'subtle':
    case 'discovery':
      return value;
    case 'link':
    case 'subtle-link':
      return 'subtle';
    default:
      return 'default';
  }
}

function spacingOf(value: string | undefined): 'compact' | 'default' {
  return value === 'compact' || value === 'none' ? 'compact' : 'default';
}

export function Button({ props, children }: NodeProps<Omit<ButtonProps, 'children'>>) {
  const { iconBefore, iconAfter, appearance, spacing, ...rest } = props;
  return (
    <AtlaskitButton
      {...rest}
      appearance={appearanceOf(appearance)}
      spacing={spacingOf(spacing)}
      {...(iconBefore === undefined ? {} : { iconBefore: iconComponent(iconBefore) })}
      {...(iconAfter === undefined ? {} : { iconAfter: iconComponent(iconAfter) })}
    >
      {children}
    </AtlaskitButton>
  );
}

export function LoadingButton({ props, children }: NodeProps<Omit<LoadingButtonProps, 'children'>>) {
  const { appearance, spacing, isLoading, ...rest } = props;
  return (
    <AtlaskitButton
      {...rest}
      appearance={appearanceOf(appearance)}
      spacing={spacingOf(spacing)}
      isLoading={isLoading === true}
    >
      {children}
    </AtlaskitButton>
  );
}

export function LinkButton({ props, children }: NodeProps<Omit<LinkButtonProps, 'children' | 'ref'>>) {
  const { appearance, spacing, href, ...rest } = props;
  const look = appearanceOf(appearance);
  return (
    <AtlaskitLinkButton
      {...rest}
      href={href ?? ''}
      appearance={look === 'danger' || look === 'warning' ? 'default' : look}
      spacing={spacingOf(spacing)}
    >
      {children}
    </AtlaskitLinkButton>
  );
}

export function ButtonGroup({
  props,
  children,
}: NodeProps<Omit<ButtonGroupProps, 'children' | 'appearance'>>) {
  // `appearance`, which a group once gave to its buttons, does nothing any more.
  return <ButtonGroupContainer {...props}>{children}</ButtonGroupContainer>;
}
