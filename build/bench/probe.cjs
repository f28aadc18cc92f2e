// Loaded beside an app (`electron -r probe.cjs …`): says when its page can be used. The app knows nothing of it.
const { app } = require('electron');

/** A page marks itself once it can be clicked; the frame that shows the mark must have been painted, too. */
const untilInteractive = `new Promise((done) => {
  const page = document.documentElement;
  const look = () => {
    if (page.dataset.interactive !== 'true') return false;
    requestAnimationFrame(() => setTimeout(done, 0));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(page, { attributes: true });
})`;

app.on('web-contents-created', (_event, page) => {
  page.once('dom-ready', async () => {
    await page.executeJavaScript(untilInteractive);
    process.stdout.write('PROBE interactive\n');
  });
});
app.on('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => process.stdout.write('PROBE shown\n'));
});
