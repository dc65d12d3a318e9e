import { useSyncExternalStore } from 'react';
import type { PageHost } from '../page-host';
import { applyColorMode, themeState } from '../theme';

/** Switches between light and dark, and tells the app as Forge does. */
export function ThemeButton({ host }: { readonly host: PageHost }) {
  const mode = useSyncExternalStore(host.colorMode.watch, host.colorMode.get);
  const other = mode === 'light' ? 'dark' : 'light';
  const change = async () => {
    await applyColorMode(other);
    host.colorMode.set(other);
    host.events.emit('FORGE_CORE_THEME_CHANGED', { theme: themeState(other) });
  };
  return (
    <button
      type="button"
      className="strip-button"
      aria-label={`Switch to the ${other} theme`}
      onClick={() => void change()}
    >
      {mode === 'light' ? '☾' : '☀'}
    </button>
  );
}
