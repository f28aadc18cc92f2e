import type { Route } from '../../../shared/preflight/route';
import type { PreflightSubject } from '../../services';

/** A VM, host, file, profile or link, and what it says besides. */
export interface Named {
  readonly subject: PreflightSubject;
  readonly port?: number | undefined;
  readonly route?: Route | undefined;
}
