import { chooseTarget } from '../../../shared/network/choose-target';
import { defineGatherer } from '../gatherer';

export const target = defineGatherer({
  fact: 'target',
  needs: ['nameCandidates', 'nameResolutions'],
  wants: ['networkInterfaces'],

  async gather({ question }, { nameCandidates, nameResolutions, networkInterfaces }) {
    return chooseTarget({
      candidates: nameCandidates,
      resolutions: nameResolutions,
      insistedAddress: question.address,
      port: question.port,
      publicNames: networkInterfaces?.flatMap(({ publicNames }) => publicNames) ?? null,
      publicAddresses: networkInterfaces?.flatMap(({ publicAddresses }) => publicAddresses) ?? null,
      privateAddresses: networkInterfaces?.flatMap(({ privateAddresses }) => privateAddresses) ?? null,
    });
  },
});
