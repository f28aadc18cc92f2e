export interface ElectronRuntime {
  readonly dist: string;
  readonly program: string;
  readonly version: string;
  readonly mayBeShipped: boolean;
}
export function resolveElectronRuntime(): Promise<ElectronRuntime>;
export function runtimeEnvironment(runtime: Pick<ElectronRuntime, 'dist' | 'program'>): {
  readonly ELECTRON_OVERRIDE_DIST_PATH: string;
  readonly ELECTRON_EXEC_PATH: string;
};
