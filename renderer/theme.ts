import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Settings } from '../shared/settings/settings';

/**
 * On Linux the font of the desktop: every name of a list that is not installed costs a look-up of the first picture,
 * and what Fluent's own list ends in there, sans-serif, is often much wider.
 */
const fontFamilyBase = navigator.userAgent.includes('Linux')
  ? 'system-ui, sans-serif'
  : "'Segoe UI Variable Text', 'Segoe UI', -apple-system, 'Helvetica Neue', sans-serif";

const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

/** Whether a media query holds, and again whenever that changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** The theme in force: the person's choice, else the system's. */
export function useTheme(choice: Settings['theme']): { readonly theme: Theme; readonly isDark: boolean } {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = choice === 'system' ? systemIsDark : choice === 'dark';
  return { theme: isDark ? dark : light, isDark };
}
