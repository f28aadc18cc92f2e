import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { connectApi } from './api';
import { AppContext, createAppStore } from './store/store';

/** The policy lets in no style of a page but those that carry the nonce main wrote into the document. */
function styleAttributes(): Record<string, string> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce ? { nonce } : {};
}

function start(root: HTMLElement): void {
  if (!window.bridge) {
    root.textContent = 'This page belongs to the Entra RDP app and does nothing outside of it.';
    return;
  }
  const api = connectApi(window.bridge);
  const store = createAppStore(api);
  void store.getState().loadSession();
  void store.getState().loadSettings();

  const styles = createDOMRenderer(document, { styleElementAttributes: styleAttributes() });
  createRoot(root).render(
    <RendererProvider renderer={styles} targetDocument={document}>
      <AppContext value={{ api, store }}>
        <App />
      </AppContext>
    </RendererProvider>,
  );
}

const root = document.getElementById('root');
if (root) start(root);
