/** What Atlaskit wants of an icon component, for buttons and breadcrumbs. */
export interface GlyphProps {
  readonly label: string;
  readonly color?: string | undefined;
  readonly size?: 'small' | 'medium' | undefined;
}
