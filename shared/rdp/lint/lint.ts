import type { PcPolicies } from '../../client-pc/this-pc';
import type { HelpTopicId } from '../../errors/help-topics';
import type { RdpDocument } from '../parse';
import { lintFileOf } from './lint-file';
import type { Observation } from './rule';
import { type RuleId, topicOf } from './rule-id';
import { rules } from './rules';

export interface Finding extends Observation {
  readonly rule: RuleId;
  readonly help: HelpTopicId;
}

const order = ['high', 'medium', 'low', 'info'] as const;

/**
 * What speaks against an .rdp file, or is worth knowing of it: the worst first, then by line.
 *
 * @param policies those of the PC that would open it, where they are known.
 */
export function lintRdp(document: RdpDocument, policies: PcPolicies | null = null): Finding[] {
  const file = lintFileOf(document, policies);
  return rules
    .flatMap((rule) => rule.look(file).map((seen) => ({ rule: rule.id, ...seen, help: topicOf(rule.id) })))
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line);
}
