import { expect, it } from 'vitest';
import { judgeChecks } from '../../../shared/preflight/judge';
import { checks } from '../../../shared/preflight/registry';
import { anAccount, aVm, circumstances, gatheredFrom } from './builders';
import { aTarget, unresolved } from './connection-builders';

it('says of a Linux VM that it runs Linux, and nothing of a name that nobody will connect to', () => {
  const gathered = gatheredFrom({
    cloud: 'global',
    account: anAccount(),
    vm: aVm({ osType: 'Linux' }),
    target: aTarget({ resolves: false }),
    nameResolutions: [unresolved('WEB-01')],
  });
  const failed = judgeChecks(checks, gathered, circumstances).filter(({ status }) => status === 'fail');
  expect(failed.map(({ id }) => id)).toEqual(['vm-runs-windows']);
});
