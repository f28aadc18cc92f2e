/**
 * Client ids of Microsoft's own apps, which an organisation's set-up must never name: they may not ask
 * for the permissions of Microsoft Graph this product needs (AADSTS65002), and are not ours to use.
 *
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 * and the list of first-party apps at github.com/merill/microsoft-info, read 2026-11-22.
 */
export const microsoftClientIds: readonly { readonly appId: string; readonly name: string }[] = [
  { appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', name: 'Microsoft Azure CLI' },
  { appId: '1950a258-227b-4e31-a9cf-717495945fc2', name: 'Microsoft Azure PowerShell' },
  { appId: 'aebc6443-996d-45c2-90f0-388ff96faa56', name: 'Visual Studio Code' },
  { appId: '14d82eec-204b-4c2f-b7e8-296a70dab67e', name: 'Microsoft Graph Command Line Tools' },
  { appId: '372140e0-b3b7-4226-8ef9-d57986796201', name: 'Azure Windows VM Sign-In' },
  { appId: 'a4a365df-50f1-4397-bc59-1a1564b8bb9c', name: 'Microsoft Remote Desktop' },
  { appId: '270efc09-cd0d-444b-a71f-39af4910ec45', name: 'Windows Cloud Login' },
  { appId: '9cdead84-a844-4324-93f2-b2e6bb768d07', name: 'Azure Virtual Desktop' },
  { appId: '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9', name: 'Device Registration Service' },
  { appId: '38aa3b87-a06d-4817-b275-7a316988d93b', name: 'Windows Sign In' },
  { appId: '0000000a-0000-0000-c000-000000000000', name: 'Microsoft Intune' },
  { appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013', name: 'Azure Resource Manager' },
];
