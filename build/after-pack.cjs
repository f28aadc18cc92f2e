const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** electron-builder leaves the development runtime's default app beside ours. */
module.exports = async ({ appOutDir }) => {
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
};
