// A demo Azure in a process of its own, so that answering does not take the time of whoever is measured asking.
// Forked with the bundled rooms and a JSON of options.
const [, , roomsFile, options] = process.argv;
const { loadDemoTenant, startDemoAzure } = (await import(roomsFile)).default;
const { file = null, farAddress, clientId, ...rest } = JSON.parse(options);
const tenant = { ...(await loadDemoTenant(file)), ...(clientId && { clientId }) };
const azure = await startDemoAzure({ tenant, ...rest });
const { cloud, state, trustedCertificate } = azure;
if (farAddress) {
  const { forward } = await import('./link.mjs');
  for (const port of portsOf(state.origins)) await forward({ port, from: farAddress, to: '127.0.0.1' });
}
process.send({ cloud, trustedCertificate, origins: state.origins });
process.on('message', () => process.send({ requests: azure.requests }));
process.on('disconnect', () => process.exit(0));

function portsOf(origins) {
  return Object.values(origins).map((origin) => Number(new URL(origin).port));
}
