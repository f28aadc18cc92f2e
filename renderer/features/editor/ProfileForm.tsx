import type { ReactElement } from 'react';
import type { Profile } from '../../../shared/profiles/profile';
import { Section } from '../../components/PageFrame';
import { useEditor } from './editor-context';
import { ChoiceField, NotesField, TextField } from './Field';
import { RouteField } from './RouteField';
import { useTemplates } from './use-templates';
import { VmField } from './VmField';
import { words } from './words';

/** Where a profile leads, as whom, and which template it chooses. */
export function ProfileForm({ profile }: { readonly profile: Profile }): ReactElement {
  const { change } = useEditor();
  return (
    <Section title={words.where}>
      <VmField profile={profile} />
      <TextField
        label={words.address}
        name="address"
        hint={words.addressHint(profile.computerName)}
        placeholder={profile.computerName ?? undefined}
        value={profile.address ?? ''}
        onChange={(text) => change({ ...profile, address: text.trim() || null }, 'address')}
      />
      <TextField
        label={words.port}
        name="port"
        placeholder="3389"
        value={profile.port === null ? '' : String(profile.port)}
        onChange={(text) => {
          const digits = text.replace(/\D/g, '').slice(0, 6);
          change({ ...profile, port: digits === '' ? null : Number(digits) }, 'port');
        }}
      />
      <TextField
        label={words.username}
        name="username"
        hint={words.usernameHint}
        value={profile.username ?? ''}
        onChange={(text) => change({ ...profile, username: text.trim() || null }, 'username')}
      />
      <RouteField />
      <TemplateField profile={profile} />
      <NotesField label={words.notes} />
    </Section>
  );
}

function TemplateField({ profile }: { readonly profile: Profile }): ReactElement {
  const { change } = useEditor();
  const templates = useTemplates();
  const { template } = profile;
  const isGone = template !== null && !templates.some(({ id }) => id === template);
  return (
    <ChoiceField
      label={words.templateChoice}
      hint={words.templateHint}
      value={template ?? ''}
      choices={[
        ['', words.none],
        ...(isGone ? [[template, words.gone(template)] as const] : []),
        ...templates.map(({ id, name }) => [id, name] as const),
      ]}
      onChange={(id) => change({ ...profile, template: id || null }, null)}
    />
  );
}
