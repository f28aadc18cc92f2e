import { isAtWork, isLoginExtension } from '../../azure/virtual-machine';
import { currentDeviceOf } from '../../entra/vm-device';
import { type CaseFile, defineCause } from '../cause';
import type { CheckId } from '../check-id';
import { valueOf } from '../gaps';

/** Why it did not join, the first link of the chain that broke first. */
const reasons: readonly (readonly [CheckId, string])[] = [
  ['vm-os-supports-entra-sign-in', 'its Windows is too old.'],
  ['vm-is-not-joined-elsewhere', 'it is in another domain.'],
  ['vm-identity-is-of-this-tenant', 'its identity is of another tenant.'],
  ['vm-agent-is-ready', 'its agent is not ready.'],
  ['vm-has-system-assigned-identity', 'it has no system-assigned identity.'],
  ['login-extension-is-installed', 'the extension AADLoginForWindows is not installed.'],
  ['login-extension-succeeded', 'the extension AADLoginForWindows failed.'],
  ['entra-device-is-unique', 'another device has its host name.'],
  ['vm-reaches-entra-endpoints', 'it has no way out to Entra ID.'],
];

/** Without these a VM cannot have joined, even where nobody could look for its device. */
const indispensable: readonly CheckId[] = ['login-extension-is-installed', 'login-extension-succeeded'];

export const neverJoined = defineCause({
  id: 'never-joined',

  sentenceFor(file) {
    if (!hasNotJoined(file)) return null;
    const [, reason] = reasons.find(([id]) => file.failed(id)) ?? [];
    if (reason) return `The VM never joined Entra ID: ${reason}`;
    return isStillJoining(file)
      ? 'The VM has not joined Entra ID yet: the extension AADLoginForWindows is still at work.'
      : 'The VM never joined Entra ID.';
  },
});

function isStillJoining({ gathered }: CaseFile): boolean {
  return (valueOf(gathered, 'vmExtensions') ?? []).some(
    (extension) => isLoginExtension(extension) && isAtWork(extension),
  );
}

function hasNotJoined({ failed, results, gathered }: CaseFile): boolean {
  const vm = valueOf(gathered, 'vm');
  const devices = valueOf(gathered, 'vmDevices');
  // A device that is there and of the wrong kind is another story, told by its own check.
  if (vm && devices) return failed('entra-device-exists') && currentDeviceOf(vm, devices) === null;
  return results.get('entra-device-exists')?.status === 'unknown' && indispensable.some(failed);
}
