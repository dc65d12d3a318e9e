import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

export type ColorMode = 'light' | 'dark';

const STORED = 'local.color-mode';

/** What the address, an earlier visit or the system asks for, in this order. */
export function initialColorMode(): ColorMode {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? localStorage.getItem(STORED);
  if (asked === 'dark' || asked === 'light') return asked;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The theme as Forge's context tells it to apps. */
export function themeState(colorMode: ColorMode): Readonly<Record<string, string>> {
  return {
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  };
}

/** Loads Atlassian's tokens in the given mode. Charts and the app follow at once, for all colours are tokens. */
export async function applyColorMode(colorMode: ColorMode): Promise<void> {
  localStorage.setItem(STORED, colorMode);
  await setGlobalTheme({
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  });
}
