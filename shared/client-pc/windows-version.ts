import { numberIn, type RegistryValues, textIn } from './registry-values';
import type { ThisPc } from './this-pc';

export const currentVersionKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** What the registry says this Windows is; null for what it does not say. */
export function windowsVersionFrom(values: RegistryValues): Omit<ThisPc, 'os' | 'hostName'> {
  const build = numberIn(values, 'CurrentBuildNumber') ?? numberIn(values, 'CurrentBuild');
  return {
    build,
    revision: numberIn(values, 'UBR'),
    displayVersion: textIn(values, 'DisplayVersion') ?? textIn(values, 'ReleaseId'),
    productName: productNameOf(textIn(values, 'ProductName'), build),
    edition: textIn(values, 'EditionID'),
    installationType: installationTypeOf(textIn(values, 'InstallationType')),
  };
}

// Windows 11 still calls itself Windows 10 here: only its build tells.
function productNameOf(productName: string | null, build: number | null): string | null {
  if (productName === null || build === null || build < 22000) return productName;
  return productName.replace(/^Windows 10\b/, 'Windows 11');
}

function installationTypeOf(text: string | null): ThisPc['installationType'] {
  const known = ['Client', 'Server', 'Server Core'] as const;
  return known.find((type) => type.toLowerCase() === text?.toLowerCase()) ?? null;
}
