import type { DemoHandler } from './demo-http';
import type { DemoState } from './demo-state';

/** What stands where links lead to the Azure portal: a page that says that there is none here. */
export function portalHandler({ tenant }: DemoState): DemoHandler {
  return ({ path }) =>
    path === '/portal' || path.startsWith('/portal/')
      ? {
          status: 200,
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          },
          body: page(tenant.name),
        }
      : null;
}

function page(tenantName: string): string {
  const name = tenantName.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>No portal in the demo</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 10vh auto; max-width: 36rem; color-scheme: light dark }</style>
<h1>${name} is a demo tenant</h1>
<p>With a real tenant this link opens the Azure portal. The demo Azure on this machine has none.</p>
</html>`;
}
