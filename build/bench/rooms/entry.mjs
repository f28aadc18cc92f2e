// What the benchmarks measure from inside: the rooms themselves, bundled as the product's main process is.
export { azureCredential } from '../../../main/auth/azure-credential.ts';
export { noKeychain } from '../../../main/auth/secret-store.ts';
export { createSession } from '../../../main/auth/sign-in.ts';
export { createArm } from '../../../main/azure/arm.ts';
export { createAzureReader } from '../../../main/azure/create-azure-reader.ts';
export { createInventory } from '../../../main/azure/create-inventory.ts';
export { vmListQuery, vmsForProfilesQuery } from '../../../main/azure/queries.ts';
export { createConnect } from '../../../main/connect.ts';
export { startDemoAzure } from '../../../main/demo/demo-azure.ts';
export { demoClientPc } from '../../../main/demo/demo-client-pc.ts';
export { demoNetwork } from '../../../main/demo/demo-network.ts';
export { createDemoState } from '../../../main/demo/demo-state.ts';
export { demoBrowser } from '../../../main/demo/entra-browser.ts';
export { createListeners } from '../../../main/demo/listeners.ts';
export { loadDemoTenant } from '../../../main/demo/load-demo-tenant.ts';
export { createEntraReader } from '../../../main/entra/create-entra-reader.ts';
export { gatherers } from '../../../main/preflight/gatherers.ts';
export { runPreflight } from '../../../main/preflight/run-preflight.ts';
export { planBatch } from '../../../main/profiles/batch/plan-batch.ts';
export { runBatch } from '../../../main/profiles/batch/run-batch.ts';
export { openLibrary } from '../../../main/profiles/open-library.ts';
export { openRdpFolder } from '../../../main/rdp-files/rdp-folder.ts';
export { createSigner } from '../../../main/rdp-files/signing/signer.ts';
export { openSettingsStore } from '../../../main/settings/open-settings-store.ts';
export { causes } from '../../../shared/preflight/causes.ts';
export { checks } from '../../../shared/preflight/registry.ts';

export { makeIdentity } from '../sign-rooms.ts';
