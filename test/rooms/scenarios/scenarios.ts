import { accessScenarios } from './access';
import { accountsAndPolicies } from './accounts-and-policies';
import { joinScenarios } from './join';
import { leastPrivilegedScenarios } from './least-privileged';
import { namesAndNetwork } from './names-and-network';
import type { Scenario } from './scenario';
import { thisPcScenarios } from './this-pc';
import { answerScenarios } from './what-azure-answers';

/** The whole table. A number at the front of a file is its row in our catalogue of failures. */
export const scenarios: readonly Scenario[] = [
  ...namesAndNetwork,
  ...accountsAndPolicies,
  ...thisPcScenarios,
  ...joinScenarios,
  ...accessScenarios,
  ...answerScenarios,
  ...leastPrivilegedScenarios,
];
