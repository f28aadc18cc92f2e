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

async function start(root: HTMLElement): Promise<void> {
  if (!window.bridge) {
    root.textContent = 'This page belongs to the Entra RDP app and does nothing outside of it.';
    return;
  }
  const api = connectApi(window.bridge);
  const store = createAppStore(api);
  const { loadSession, loadSettings, takeLink } = store.getState();
  await soon(Promise.all([loadSession(), loadSettings(), takeLink()]));

  const styles = createDOMRenderer(document, { styleElementAttributes: styleAttributes() });
  createRoot(root).render(
    <RendererProvider renderer={styles} targetDocument={document}>
      <AppContext value={{ api, store }}>
        <App />
      </AppContext>
    </RendererProvider>,
  );
}

/** Main answers within a frame or two as a rule: one picture is then drawn instead of two. */
async function soon(answers: Promise<unknown>): Promise<void> {
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, 150))]);
}

const root = document.getElementById('root');
if (root) void start(root);
