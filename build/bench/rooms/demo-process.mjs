// A demo Azure in a process of its own, so that answering does not take the time of whoever is measured asking.
// Forked with the bundled rooms and a JSON of options.
const [, , roomsFile, options] = process.argv;
const { loadDemoTenant, startDemoAzure } = (await import(roomsFile)).default;
const { file = null, ...rest } = JSON.parse(options);
const azure = await startDemoAzure({ tenant: await loadDemoTenant(file), ...rest });
const { cloud, state, trustedCertificate } = azure;
process.send({ cloud, trustedCertificate, origins: state.origins });
process.on('message', () => process.send({ requests: azure.requests }));
process.on('disconnect', () => process.exit(0));
