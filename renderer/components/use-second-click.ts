import { useEffect } from 'react';

/**
 * A list opens by one click, and many people click twice. Where the first click took away what was clicked, the
 * second one must not meet what has come in its place: it presses, chooses and marks nothing.
 */
export function useSecondClick(): void {
  useEffect(() => {
    let first: Node | null = null;
    const onPress = (event: MouseEvent): void => {
      if (event.type === 'mousedown' && event.detail <= 1) first = event.target as Node;
      if (event.detail <= 1 || first?.isConnected !== false) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const events = ['mousedown', 'mouseup', 'click', 'dblclick'] as const;
    for (const name of events) window.addEventListener(name, onPress, { capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, onPress, { capture: true });
    };
  }, []);
}
