import Avatar from '@atlaskit/avatar';
import { initialsPicture } from './initials-picture';

/** A person's picture. */
export function PersonAvatar({
  name,
  size = 'xsmall',
}: {
  readonly name: string;
  readonly size?: 'xsmall' | 'small';
}) {
  return <Avatar size={size} name={name} src={initialsPicture(name)} />;
}
