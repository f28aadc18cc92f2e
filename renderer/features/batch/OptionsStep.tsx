import { Select, Switch } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { BatchLayout } from '../../../shared/profiles/batch-view';
import type { DirectRoute } from '../../../shared/profiles/entry';
import { routeNames } from '../../components/profile-words';
import { useProfiles } from '../../store/profiles-store';
import styles from './OptionsStep.module.css';
import { StepFrame } from './StepFrame';
import { layoutNames, stepNames, words } from './words';

const routes = Object.keys(routeNames) as DirectRoute[];
const layouts = Object.keys(layoutNames) as BatchLayout[];

/** How: what lines take that say nothing themselves, how the files lie, and whether they are signed. */
export function OptionsStep(): ReactElement {
  const { template, route } = useProfiles((state) => state.batchInput);
  const templates = useProfiles(({ library }) => (library.phase === 'known' ? library.view.templates : none));
  const fillIn = useProfiles((state) => state.fillIn);
  const goToStep = useProfiles((state) => state.goToStep);
  const makePlan = useProfiles((state) => state.makePlan);
  return (
    <StepFrame
      title={stepNames.options}
      onPrevious={() => goToStep('source')}
      next={{ label: words.lookThrough, isReady: true, onNext: () => void makePlan() }}
    >
      <div className={styles.field}>
        <label htmlFor="batch-template">{words.template}</label>
        <Select
          id="batch-template"
          data-first=""
          aria-describedby="batch-template-hint"
          value={template ?? ''}
          onChange={(_, { value }) => fillIn({ template: value || null })}
        >
          <option value="">{words.noTemplate}</option>
          {templates.map(({ entry: { id, name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <p id="batch-template-hint">{words.templateHint}</p>
      </div>
      <div className={styles.field}>
        <label htmlFor="batch-route">{words.route}</label>
        <Select
          id="batch-route"
          aria-describedby="batch-route-hint"
          value={route ?? ''}
          onChange={(_, { value }) => fillIn({ route: routes.find((each) => each === value) ?? null })}
        >
          <option value="">{words.routeOpen}</option>
          {routes.map((each) => (
            <option key={each} value={each}>
              {routeNames[each]}
            </option>
          ))}
        </Select>
        <p id="batch-route-hint">{words.routeHint}</p>
      </div>
      <LayoutField />
      <SignFields />
    </StepFrame>
  );
}

const none: readonly { readonly entry: { readonly id: string; readonly name: string } }[] = [];

function SignFields(): ReactElement {
  const { isSigned, isKept } = useProfiles((state) => state.batchInput);
  const fillIn = useProfiles((state) => state.fillIn);
  return (
    <>
      <SwitchField
        id="batch-sign"
        label={words.sign}
        hint={words.signHint}
        isOn={isSigned}
        onChange={(on) => fillIn({ isSigned: on })}
      />
      {isSigned && (
        <SwitchField
          id="batch-keep"
          label={words.keep}
          hint={words.keepHint}
          isOn={isKept}
          onChange={(on) => fillIn({ isKept: on })}
        />
      )}
    </>
  );
}

interface SwitchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function SwitchField({ id, label, hint, isOn, onChange }: SwitchFieldProps): ReactElement {
  return (
    <div className={styles.field}>
      <span id={id}>{label}</span>
      <Switch
        className={styles.switch ?? ''}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={(_, { checked }) => onChange(checked)}
      />
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}

function LayoutField(): ReactElement {
  const chosen = useProfiles((state) => state.batchInput.layout);
  const fillIn = useProfiles((state) => state.fillIn);
  return (
    <fieldset className={styles.layouts}>
      <legend>{words.layout}</legend>
      {layouts.map((layout) => {
        const [name, meaning] = layoutNames[layout];
        return (
          <label key={layout} data-chosen={layout === chosen}>
            <input
              type="radio"
              name="batch-layout"
              checked={layout === chosen}
              onChange={() => fillIn({ layout })}
            />
            <span className={styles.layoutName}>{name}</span>
            <span className={styles.layoutMeaning}>{meaning}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
