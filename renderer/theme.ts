import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Settings } from '../shared/settings/settings';

// Fluent's own list ends in whatever the system calls sans-serif, which on many Linux desktops is much wider.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, Roboto, 'Noto Sans', Cantarell, Ubuntu, 'Liberation Sans', 'Nimbus Sans', 'Helvetica Neue', sans-serif";

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
