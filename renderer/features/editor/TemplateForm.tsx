import type { ReactElement } from 'react';
import { levelOrder } from '../../../shared/profiles/resolve';
import type { AppliesTo, Template } from '../../../shared/profiles/template';
import { Section } from '../../components/PageFrame';
import { levelMeanings, levelNames } from '../../components/profile-words';
import { useEditor } from './editor-context';
import { ChoiceField, NotesField, TextField } from './Field';
import { RouteField } from './RouteField';
import { useTemplates } from './use-templates';
import { words } from './words';

/** Whom a template is for, and which way they sign in. */
export function TemplateForm({ template }: { readonly template: Template }): ReactElement {
  const { change } = useEditor();
  return (
    <Section title={words.appliesTo}>
      <ChoiceField
        label={words.level}
        value={template.appliesTo.level}
        choices={levelOrder.map((level) => [level, `${levelNames[level]}: ${levelMeanings[level]}`])}
        onChange={(level) => {
          const chosen = levelOrder.find((each) => each === level);
          if (chosen) change({ ...template, appliesTo: blankScopes[chosen] }, null);
        }}
      />
      <ScopeFields
        appliesTo={template.appliesTo}
        onChange={(appliesTo, at) => change({ ...template, appliesTo }, at)}
      />
      {template.appliesTo.level === 'named' && <InheritsField template={template} />}
      <RouteField />
      <NotesField label={words.notes} />
    </Section>
  );
}

const blankScopes: Readonly<Record<AppliesTo['level'], AppliesTo>> = {
  organisation: { level: 'organisation' },
  tenant: { level: 'tenant', tenantId: '' },
  subscription: { level: 'subscription', subscriptionId: '' },
  'resource-group': { level: 'resource-group', subscriptionId: '', resourceGroup: '' },
  tag: { level: 'tag', tag: '', value: null },
  named: { level: 'named' },
};

interface ScopeFieldsProps {
  readonly appliesTo: AppliesTo;
  readonly onChange: (appliesTo: AppliesTo, at: string) => void;
}

function ScopeFields({ appliesTo, onChange }: ScopeFieldsProps): ReactElement | null {
  switch (appliesTo.level) {
    case 'organisation':
    case 'named':
      return null;
    case 'tenant':
      return (
        <TextField
          label={words.tenantId}
          name="tenantId"
          value={appliesTo.tenantId}
          onChange={(tenantId) => onChange({ ...appliesTo, tenantId: tenantId.trim() }, 'tenantId')}
        />
      );
    case 'subscription':
    case 'resource-group':
      return (
        <>
          <TextField
            label={words.subscriptionId}
            name="subscriptionId"
            value={appliesTo.subscriptionId}
            onChange={(id) => onChange({ ...appliesTo, subscriptionId: id.trim() }, 'subscriptionId')}
          />
          {appliesTo.level === 'resource-group' && (
            <TextField
              label={words.resourceGroup}
              name="resourceGroup"
              value={appliesTo.resourceGroup}
              onChange={(resourceGroup) => onChange({ ...appliesTo, resourceGroup }, 'resourceGroup')}
            />
          )}
        </>
      );
    case 'tag':
      return (
        <>
          <TextField
            label={words.tag}
            name="tag"
            placeholder="department"
            value={appliesTo.tag}
            onChange={(tag) => onChange({ ...appliesTo, tag }, 'tag')}
          />
          <TextField
            label={words.tagValue}
            name="tagValue"
            placeholder={words.anyValue}
            value={appliesTo.value ?? ''}
            onChange={(value) => onChange({ ...appliesTo, value: value || null }, 'tagValue')}
          />
        </>
      );
  }
}

function InheritsField({ template }: { readonly template: Template }): ReactElement {
  const { change } = useEditor();
  const others = useTemplates().filter(
    ({ id, appliesTo }) => id !== template.id && appliesTo.level === 'named',
  );
  const { inherits } = template;
  const isGone = inherits !== null && !others.some(({ id }) => id === inherits);
  return (
    <ChoiceField
      label={words.inherits}
      hint={words.inheritsHint}
      value={inherits ?? ''}
      choices={[
        ['', words.none],
        ...(isGone ? [[inherits, words.gone(inherits)] as const] : []),
        ...others.map(({ id, name }) => [id, name] as const),
      ]}
      onChange={(id) => change({ ...template, inherits: id || null }, null)}
    />
  );
}
