import { closed, type Scenario, scenario } from './scenario';

const mayNot = 'Your account is configured to prevent you from using this device';
const nothing = 'nothing: the sign-in works';
const ned = 'ned@contoso.example';

/** Effective access: what roles, conditions, eligibilities and deny assignments amount to. */
export const accessScenarios: readonly Scenario[] = [
  scenario('access-wildcard-without-administrator', nothing, {
    account: ned,
    tells: ['login-role-is-assigned', 'pass', 'as standard user'],
  }),
  scenario('access-other-letter-case', nothing, {
    account: ned,
    tells: ['login-role-is-assigned', 'pass', 'as standard user'],
  }),
  scenario('access-login-subtracted', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', `${ned} holds a custom role on ready-01`],
    cause: 'manages-but-may-not-sign-in',
    open: closed,
  }),
  scenario('access-subtracted-by-one-role-given-by-another', nothing, {
    account: ned,
    tells: ['login-role-is-assigned', 'pass', 'as standard user', 'Virtual Machine User Login'],
  }),
  scenario('access-actions-only', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', `${ned} holds a custom role on ready-01`],
    cause: 'manages-but-may-not-sign-in',
    open: closed,
  }),
  scenario('access-under-a-condition', 'it may be refused, by the condition', {
    account: ned,
    tells: ['login-role-is-assigned', 'warn', 'only under a condition', 'DateTimeLessThan'],
  }),
  scenario('access-eligible-through-a-group', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', 'eligible', 'Virtual Machine Administrator Login', 'rg-app'],
    cause: 'role-eligible-not-active',
    open: closed,
  }),
  scenario('access-eligibility-ended', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', `${ned} has no role`],
    cause: 'no-login-role',
    open: closed,
  }),
  scenario('access-through-a-group', nothing, {
    account: ned,
    tells: ['login-role-is-assigned', 'pass', 'as administrator', 'the subscription'],
  }),
  scenario('access-denied-to-everyone', mayNot, {
    tells: ['no-deny-assignment-blocks-login', 'fail', 'Locked by the platform', 'resource group rg-app'],
    open: closed,
  }),
  scenario('access-denied-to-everyone-but-one', nothing, {
    tells: ['no-deny-assignment-blocks-login', 'pass'],
  }),
  scenario('access-denied-to-others', nothing, { tells: ['no-deny-assignment-blocks-login', 'pass'] }),
  scenario('access-denied-above-only', nothing, { tells: ['no-deny-assignment-blocks-login', 'pass'] }),
  scenario('access-denied-administrators-only', nothing, {
    tells: ['no-deny-assignment-blocks-login', 'warn', 'Locked by the platform', 'as administrator'],
  }),
  ...(
    [
      ['403', 'Azure denied access while reading your permissions on ready-01'],
      ['404', 'permissions on ready-01'],
      ['429', 'permissions on ready-01'],
      ['500', 'permissions on ready-01'],
      ['html', 'permissions on ready-01'],
    ] as const
  ).map(([answer, says]) =>
    scenario(`access-permissions-answer-${answer}`, `the permissions API answers ${answer}`, {
      account: ned,
      tells: ['login-role-is-assigned', 'unknown', says],
    }),
  ),
  scenario('access-permissions-refused-built-in-role', 'the permissions API refuses', {
    tells: ['login-role-is-assigned', 'pass', 'Virtual Machine User Login'],
  }),
];
