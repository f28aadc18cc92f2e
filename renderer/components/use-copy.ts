import { useEffect, useState } from 'react';
import { useApi } from '../store/store';

const shownForMs = 2000;

/** Copies through main, as the page itself may not touch the clipboard; `isCopied` for two seconds after. */
export function useCopy(): { readonly isCopied: boolean; readonly copy: (text: string) => Promise<void> } {
  const api = useApi();
  const [copies, setCopies] = useState(0);

  useEffect(() => {
    if (copies === 0) return;
    const timer = setTimeout(() => setCopies(0), shownForMs);
    return () => clearTimeout(timer);
  }, [copies]);

  return {
    isCopied: copies > 0,
    async copy(text) {
      await api.app.copyText({ text });
      setCopies((count) => count + 1);
    },
  };
}
