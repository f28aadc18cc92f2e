/**
 * Loads the SDKs a pre-flight needs: some hundred milliseconds of computing that would otherwise come between its
 * first requests. Call it while something else is waited for, such as a sign-in; never at start-up.
 */
export async function loadSdks(): Promise<void> {
  await import('@azure/core-rest-pipeline');
  await import('@azure/arm-compute');
  await import('@azure/arm-network');
  await import('@azure/arm-resourcegraph');
  await import('@azure/arm-authorization');
  await import('@azure/arm-resources-subscriptions');
}
