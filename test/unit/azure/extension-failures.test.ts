import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensionFailures } from '../../../shared/azure/extension-failure-table';
import {
  failureOfCode,
  hexOf,
  readExtensionFailure,
  signedCode,
  spellCode,
} from '../../../shared/azure/extension-failures';

describe('one code in three spellings', () => {
  it.each([
    [-2145648574, 2149318722, '0x801C0042'],
    [-2145648607, 2149318689, '0x801C0021'],
    [-2145648509, 2149318787, '0x801C0083'],
  ])('%d, %d and %s', (signed, unsigned, hex) => {
    expect(signedCode(unsigned)).toBe(signed);
    expect(signedCode(Number(hex))).toBe(signed);
    expect(hexOf(signed)).toBe(hex);
    expect(hexOf(unsigned)).toBe(hex);
  });

  it('holds for any code', () => {
    assert(
      property(integer({ min: -0x80000000, max: 0x7fffffff }), (code) => {
        expect(signedCode(code >>> 0)).toBe(code);
        expect(signedCode(Number(hexOf(code)))).toBe(code);
      }),
    );
  });

  it('spells an exit code as it is', () => {
    expect(spellCode(51)).toBe('51');
    expect(spellCode(-2145648574)).toBe('-2145648574 (0x801C0042)');
  });
});

describe('the table', () => {
  it.each([
    [51, 'unsupported operating system'],
    [50, 'unsupported operating system'],
    [-2145648574, 'DSREG_E_MSI_TENANTID_UNAVAILABLE'],
    [-2145648607, 'DSREG_AUTOJOIN_DISC_FAILED'],
    [-2145648509, 'error_hostname_duplicate'],
    [-2145648639, 'DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR'],
    [-2145648611, 'DSREG_AUTOJOIN_ADCONFIG_READ_FAILED'],
    [-2145648609, 'DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT'],
    [-2145648579, 'DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED'],
    [-2145648582, 'DSREG_DISCOVERY_TENANT_NOT_FOUND'],
    [-2145648603, 'DSREG_SERVER_BUSY'],
    [-2145648638, 'DSREG_E_DEVICE_AUTHENTICATION_ERROR'],
    [-2145648634, 'DSREG_E_DEVICE_INTERNALSERVICE_ERROR'],
    [-2145647630, 'DSREG_E_DIRECTORY_FAILURE'],
    [0x80090016, 'NTE_BAD_KEYSET'],
    [0x80290407, 'TPM_E_PCP_INTERNAL_ERROR'],
    [0x80280036, 'TPM_E_NOTFIPS'],
    [0x80090031, 'NTE_AUTHENTICATION_IGNORED'],
    [0x80072efd, 'WININET_E_CANNOT_CONNECT'],
    [0x80072ee2, 'WININET_E_TIMEOUT'],
    [0x80072ee7, 'WININET_E_NAME_NOT_RESOLVED'],
    [0x80072efe, 'WININET_E_CONNECTION_ABORTED'],
    [0x80072f8f, 'WININET_E_DECODING_FAILED'],
  ])('knows %d as %s', (code, name) => {
    expect(failureOfCode(code)?.name).toBe(name);
  });

  it('has each code once, with cause, remedy, source and date', () => {
    const codes = extensionFailures.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { cause, remedy, source, asOf } of extensionFailures) {
      expect(cause).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
});

describe('what the extension reports', () => {
  const wrapped =
    "Handler 'Microsoft.Azure.ActiveDirectory.AADLoginForWindows' has reported failure for VM Extension 'AADLoginForWindows' with terminal error code '1007' and error message: 'Install failed for plugin (name: Microsoft.Azure.ActiveDirectory.AADLoginForWindows, version 0.4.1.0) with exception Command C:\\Packages\\Plugins\\AADLoginForWindowsHandler.exe has exited with Exit code: -2145648574'";

  it.each<[string, string | null, string | null, number | null, string | null]>([
    [
      'the code inside the wrapper',
      'ProvisioningState/failed/1007',
      wrapped,
      -2145648574,
      'DSREG_E_MSI_TENANTID_UNAVAILABLE',
    ],
    [
      'the code of its status',
      'ProvisioningState/failed/-2145648607',
      null,
      -2145648607,
      'DSREG_AUTOJOIN_DISC_FAILED',
    ],
    [
      'an unsigned code',
      'ProvisioningState/failed/2149318689',
      null,
      -2145648607,
      'DSREG_AUTOJOIN_DISC_FAILED',
    ],
    ['a code in hex', null, 'Join failed (0x801C0083).', -2145648509, 'error_hostname_duplicate'],
    [
      'an exit code for the operating system',
      null,
      'Enable failed, Exit code: 51',
      51,
      'unsupported operating system',
    ],
    [
      "the join's own code before that of the program",
      null,
      'AAD Join failed with status code: -2145648509. Exit code: 7',
      -2145648509,
      'error_hostname_duplicate',
    ],
    [
      'words without a code',
      null,
      'Another object with the same value for property hostnames already exists.',
      -2145648509,
      'error_hostname_duplicate',
    ],
    [
      'the settings',
      null,
      "'mdmId' setting was not found. Please input the 'mdmId' setting.",
      null,
      'mdmId setting missing',
    ],
    ['a code nobody has written of', null, 'Exit code: -2145648000', -2145648000, null],
    ['only wrappers', 'ProvisioningState/failed/0', "terminal error code '1007'", null, null],
    ['nothing', null, null, null, null],
  ])('is told by %s', (_, statusCode, statusMessage, code, name) => {
    const read = readExtensionFailure({ statusCode, statusMessage });
    expect([read.code, read.failure?.name ?? null]).toEqual([code, name]);
  });
});
