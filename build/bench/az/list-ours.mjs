// Our list as a process of its own, as the Azure CLI is one: loads the rooms, asks, and prints how many VMs came with
// power state and addresses. Where to ask, and the token, come on standard input.
import { text } from 'node:stream/consumers';

const { default: rooms } = await import(process.argv[2]);
const { cloud, trustedCertificate, token, tenantId } = JSON.parse(await text(process.stdin));
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
const inventory = rooms.createInventory({
  endpoint: { cloud, trustedCertificate },
  tenants: async () => [{ id: tenantId, name: 'Contoso' }],
  credentialFor: () => credential,
});
let rows = 0;
await inventory.list((page) => {
  rows += page.filter(({ powerState, privateIps }) => powerState && privateIps).length;
}, new AbortController().signal);
process.stdout.write(`${rows}\n`);
