import type { DeviceCodeRequest } from '@azure/msal-node';
import { AppError } from '../../../shared/errors/app-error';
import { orAbort } from '../or-abort';
import type { Flow } from './flow';

/** Signs in with a code that is typed in a browser anywhere: for PCs without one. */
export const deviceCode: Flow = async (client, request) => {
  const { authority, scopes, claims, signal, onDeviceCode } = request;
  const asked: DeviceCodeRequest = {
    authority,
    scopes: [...scopes],
    ...(claims && { claims }),
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) =>
      onDeviceCode?.({
        userCode,
        verificationUri,
        expiresAt: new Date(Date.now() + expiresIn * 1000).toISOString(),
      }),
  };
  signal.addEventListener(
    'abort',
    () => {
      asked.cancel = true;
    },
    { once: true },
  );
  const result = await orAbort(client.acquireTokenByDeviceCode(asked), signal, 'The sign-in was cancelled.');
  if (result) return result;
  throw new AppError('unexpected', 'Microsoft Entra ID gave no answer to the device code. Try again.');
};
