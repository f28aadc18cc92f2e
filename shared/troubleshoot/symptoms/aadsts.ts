import { symptomsOf } from '../known-symptom';

const useWebAccount = 'Sign in with a web account, or with Windows Hello for Business.';
const askAboutPolicy = 'Ask your admin which Conditional Access policy it was; the sign-in log names it.';
const signInAgain = 'Sign in again, in the browser, and answer what is asked.';

/** Entra ID's own numbers. Microsoft may change them, so they explain and decide nothing. */
export const aadstsSymptoms = symptomsOf(
  'aadsts',
  {
    source: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    asOf: '2026-11-22',
  },
  [
    [
      293004,
      'Entra ID has no device by the name the RDP client was given: another form of it, the name of the VM resource, an address, or a device of another tenant.',
      'Connect to one of the host names the device is registered with, as a rule the short computer name.',
      'target-name-is-registered',
    ],
    [
      9002341,
      'Windows wants your consent before it signs in for you, and could not ask.',
      'Sign in once in a window that can ask (a browser or an Office app), agree, and try again.',
      'pc-has-a-refresh-token',
    ],
    [
      [50076, 50074, 50078, 50158],
      'Another factor is asked for: a policy, a new place, or an old sign-in.',
      `${signInAgain} For the VM itself: ${useWebAccount}`,
      'conditional-access-allows-the-route',
    ],
    [
      [50072, 50079],
      'This account must first register for multi-factor sign-in.',
      'Register at https://aka.ms/mfasetup, then try again.',
      'mfa-can-be-met',
    ],
    [
      53000,
      'A policy asks for a compliant device, and this PC is not.',
      'Bring this PC into compliance in Company Portal, or connect from one that is. Windows Server cannot be compliant.',
      'conditional-access-allows-the-route',
    ],
    [
      [53001, 50129, 50097, 530003],
      'A policy asks for a joined or managed device, and this PC is not one, or could not show it.',
      `Join or register this PC, or connect from one that is. ${askAboutPolicy}`,
      'conditional-access-allows-the-route',
    ],
    [53002, 'A policy allows approved apps only.', askAboutPolicy, 'conditional-access-allows-the-route'],
    [
      [53003, 50131],
      'Conditional Access blocks this sign-in.',
      askAboutPolicy,
      'conditional-access-allows-the-route',
    ],
    [
      [53004, 53011],
      'The account counts as at risk.',
      'Ask your admin to look at the risk of your account.',
      'conditional-access-allows-the-route',
    ],
    [
      530035,
      'Security defaults of the tenant block this sign-in.',
      'Use multi-factor sign-in; ask your admin whether older ways are blocked.',
      'conditional-access-allows-the-route',
    ],
    [
      50155,
      'Entra ID could not authenticate the device.',
      'Ask an admin whether the device is still there and enabled.',
      'entra-device-is-enabled',
    ],
    [
      50187,
      'The service could not authenticate the device.',
      'Try again; if it stays, ask an admin to look at the device.',
      'entra-device-is-enabled',
    ],
    [
      50034,
      'The directory has no such account.',
      'Check the user name and the tenant.',
      'account-is-in-the-vms-tenant',
    ],
    [
      50020,
      'The account belongs to another tenant and is no user of this one.',
      "Sign in with an account of the VM's own tenant.",
      'account-is-in-the-vms-tenant',
    ],
    [
      50126,
      'User name or password is wrong.',
      'Check both; after too many attempts the account is locked.',
      'password-is-permanent',
    ],
    [
      [50055, 50144],
      'The password has expired.',
      'Sign in to https://portal.azure.com in a browser, set a new password, and try again.',
      'password-is-permanent',
    ],
    [50057, 'The account is disabled.', 'Ask your admin to enable it.', null],
    [50058, 'Nobody is signed in where a sign-in was expected.', signInAgain, 'sign-in-again'],
    [
      50105,
      'The app requires an assignment, and this account has none.',
      'Ask your admin to assign you to the app, or to switch the requirement off.',
      'sign-in-app-exists',
    ],
    [
      50199,
      'Entra ID wanted a confirmation that nobody gave.',
      'Try again and answer the question.',
      'sign-in-again',
    ],
    [90002, 'There is no such tenant.', 'Check the tenant id or domain.', 'app-registration'],
    [
      [500011, 650057],
      'The app asks for a service the tenant does not have, or that the app registration does not list.',
      'Ask an admin to check the app registration and its permissions.',
      'app-registration',
    ],
    [
      [500212, 500213],
      'A cross-tenant access policy forbids this account in this tenant.',
      "Sign in with an account of the VM's own tenant.",
      'account-is-in-the-vms-tenant',
    ],
    [
      [65001, 65004],
      'The app has not been consented to.',
      'Agree when asked, or ask an admin to consent for all.',
      'admin-consent',
    ],
    [
      65002,
      "An app of Microsoft's own was used for a permission it may not have.",
      'Use an app registration of your organisation.',
      'app-registration',
    ],
    [
      [700016, 700011],
      'The tenant does not know this app.',
      'Check the client id and the tenant; the app may have to be consented to first.',
      'app-registration',
    ],
    [
      7000218,
      'The app registration is not a public client.',
      'Set “Allow public client flows” to Yes in the app registration, with the platform “Mobile and desktop”.',
      'app-registration',
    ],
  ],
);
