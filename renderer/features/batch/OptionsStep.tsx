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
  const { template, route, isSigned } = useProfiles((state) => state.batchInput);
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
      <div className={styles.field}>
        <span id="batch-sign">{words.sign}</span>
        <Switch
          aria-labelledby="batch-sign"
          aria-describedby="batch-sign-hint"
          checked={isSigned}
          onChange={(_, { checked }) => fillIn({ isSigned: checked })}
        />
        <p id="batch-sign-hint">{words.signHint}</p>
      </div>
    </StepFrame>
  );
}

const none: readonly { readonly entry: { readonly id: string; readonly name: string } }[] = [];

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
