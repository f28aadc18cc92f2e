import { describe, expect, it } from 'vitest';
import { type Draft, isUnsaved } from '../../renderer/store/draft';
import { visibleProfiles } from '../../renderer/store/library-slice';
import { profilesStoreOf } from '../../renderer/store/profiles-store';
import { AppError } from '../../shared/errors/app-error';
import { type FakeLibrary, fakeLibrary } from '../support/fake-library';
import { pageApi } from '../support/page-api';
import { contosoProfiles, contosoTemplates, sampleTemplate } from '../support/sample-library';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const finance = 'template/finance';

type Changes = NonNullable<Parameters<typeof pageApi>[0]>;

async function opened(library: FakeLibrary, changes: Changes = {}) {
  const { api, announce } = pageApi({ library: { ...library.answers, ...changes.library } });
  const store = profilesStoreOf(api);
  await store.getState().readLibrary();
  const draft = (key = finance): Draft => {
    const entry = store.getState().entries[key];
    if (entry?.phase !== 'open') throw new Error(`${key} is not open`);
    return entry;
  };
  const rename = (name: string, key = finance): void =>
    store.getState().change(key, { ...draft(key).history.now, name }, 'name');
  const changedOutside = async (): Promise<void> => {
    announce('library.changed', { folder: '/home/ada/library' });
    await settled();
    await settled();
  };
  return { store, draft, rename, changedOutside, nameOf: (key?: string) => draft(key).history.now.name };
}

const contoso = () => fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles });

describe('the library', () => {
  it('is found by any word of a profile, its template among them', async () => {
    const { store } = await opened(contoso());
    const found = (filter: string): string[] => {
      store.getState().setProfileFilter(filter);
      return visibleProfiles(store.getState()).map(({ row }) => row.id);
    };
    expect(found('two screens')).toEqual(['ready-01-ada']);
    expect(found('TS01 corp')).toEqual(['old-terminal']);
    expect(found('nothing like it')).toEqual([]);
    expect(found('')).toHaveLength(4);
  });

  it('sorts by a column, and what nobody chose last', async () => {
    const { store } = await opened(contoso());
    store.getState().setProfileSort('address');
    expect(visibleProfiles(store.getState()).map(({ row }) => row.id)).toEqual([
      'ready-01-ada',
      'ready-02',
      'old-terminal',
      'nowhere',
    ]);
  });

  it('puts back what was removed, and keeps it in hand where that fails', async () => {
    const library = contoso();
    let isFull = true;
    const { store } = await opened(library, {
      library: {
        save: async (input) => {
          if (isFull) throw new AppError('disk-full', 'The disk is full.');
          return library.answers.save(input);
        },
      },
    });
    await store.getState().removeEntry('profile', 'nowhere');
    expect(library.entryOf('profile', 'nowhere')).toBeUndefined();
    await store.getState().undoRemove();
    expect(store.getState().notice).toMatchObject({ kind: 'removed', error: { code: 'disk-full' } });
    isFull = false;
    await store.getState().undoRemove();
    expect(library.entryOf('profile', 'nowhere')).toMatchObject({ name: 'Not yet decided' });
  });

  it('drops the late answer of an earlier read', async () => {
    const library = contoso();
    const late: (() => void)[] = [];
    let reads = 0;
    const { store } = await opened(library, {
      library: {
        read: async () => {
          reads += 1;
          const view = await library.answers.read();
          if (reads === 2) await new Promise<void>((resolve) => late.push(resolve));
          return view;
        },
      },
    });
    const slow = store.getState().readLibrary();
    library.removeOutside('profile', 'nowhere');
    await store.getState().readLibrary();
    late[0]?.();
    await slow;
    expect(visibleProfiles(store.getState())).toHaveLength(3);
  });
});

describe('an entry in the editor', () => {
  it('goes through its steps, a word typed being one', async () => {
    const { store, rename, nameOf } = await opened(contoso());
    await store.getState().openEntry('template', 'finance');
    for (const name of ['F', 'Fi', 'Fin']) rename(name);
    store.getState().undo(finance);
    expect(nameOf()).toBe('Finance');
    store.getState().redo(finance);
    expect(nameOf()).toBe('Fin');
  });

  it('is saved under an id of its name, and stays what it is', async () => {
    const library = contoso();
    const { store, rename, draft } = await opened(library);
    store.getState().newEntry('template');
    const [key = ''] = Object.keys(store.getState().entries);
    rename('Finance', key);
    await store.getState().save(key);
    expect(library.entryOf('template', 'finance-2')).toMatchObject({ name: 'Finance' });
    expect(store.getState().place).toEqual({ kind: 'editor', key: 'template/finance-2' });
    expect(isUnsaved(draft('template/finance-2'))).toBe(false);
  });

  it('keeps what is typed while it is being saved', async () => {
    const library = contoso();
    let answer: (() => void) | undefined;
    const { store, rename, draft, nameOf } = await opened(library, {
      library: {
        save: async (input) => {
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          return library.answers.save(input);
        },
      },
    });
    await store.getState().openEntry('template', 'finance');
    rename('Finance, saved');
    const saving = store.getState().save(finance);
    rename('Finance, saved and more');
    answer?.();
    await saving;
    expect(nameOf()).toBe('Finance, saved and more');
    expect(isUnsaved(draft())).toBe(true);
    expect(library.entryOf('template', 'finance')).toMatchObject({ name: 'Finance, saved' });
  });

  it('outlives its page with what was changed, and is forgotten without', async () => {
    const { store, rename } = await opened(contoso());
    await store.getState().openEntry('template', 'finance');
    store.getState().goTo({ kind: 'library' });
    expect(store.getState().entries).toEqual({});
    await store.getState().openEntry('template', 'finance');
    rename('Mine');
    store.getState().goTo({ kind: 'library' });
    expect(Object.keys(store.getState().entries)).toEqual([finance]);
    const unload = new Event('beforeunload', { cancelable: true });
    store.getState().onUnload(unload);
    expect(unload.defaultPrevented).toBe(true);
  });

  it('takes quietly what others changed, where nothing was changed here', async () => {
    const library = contoso();
    const { store, nameOf, changedOutside } = await opened(library);
    await store.getState().openEntry('template', 'finance');
    library.changeOutside(sampleTemplate({ id: 'finance', name: 'Theirs' }));
    await changedOutside();
    expect(nameOf()).toBe('Theirs');
  });

  it.each(['mine', 'theirs'] as const)('loses neither version, whoever is taken: %s', async (whose) => {
    const library = contoso();
    const { store, rename, draft, nameOf, changedOutside } = await opened(library);
    await store.getState().openEntry('template', 'finance');
    rename('Mine');
    library.changeOutside(sampleTemplate({ id: 'finance', name: 'Theirs' }));
    await changedOutside();
    expect(draft().outside?.theirs?.entry.name).toBe('Theirs');
    expect(nameOf()).toBe('Mine');
    store.getState().decide(finance, whose);
    expect(nameOf()).toBe(whose === 'mine' ? 'Mine' : 'Theirs');
    if (whose === 'theirs') store.getState().undo(finance);
    expect(nameOf()).toBe('Mine');
    await store.getState().save(finance);
    expect(library.entryOf('template', 'finance')).toMatchObject({ name: 'Mine' });
  });

  it('is told of a conflict by the save itself', async () => {
    const library = contoso();
    const { store, rename, draft } = await opened(library);
    await store.getState().openEntry('template', 'finance');
    rename('Mine');
    library.changeOutside(sampleTemplate({ id: 'finance', name: 'Theirs' }));
    await store.getState().save(finance);
    expect(draft().outside?.theirs?.entry.name).toBe('Theirs');
    expect(library.entryOf('template', 'finance')).toMatchObject({ name: 'Theirs' });
  });

  it('is put back under its own id where others removed it', async () => {
    const library = contoso();
    const { store, rename, draft, changedOutside } = await opened(library);
    await store.getState().openEntry('template', 'finance');
    rename('Mine');
    library.removeOutside('template', 'finance');
    await changedOutside();
    expect(draft().outside).toEqual({ theirs: null });
    store.getState().decide(finance, 'mine');
    await store.getState().save(finance);
    expect(library.entryOf('template', 'finance')).toMatchObject({ name: 'Mine' });
  });
});

describe('many files', () => {
  it('plans anew only what was filled in otherwise', async () => {
    let plans = 0;
    const { samplePlan } = await import('../support/sample-batch');
    const { api } = pageApi({
      batch: {
        plan: async () => {
          plans += 1;
          return samplePlan;
        },
      },
    });
    const { getState } = profilesStoreOf(api);
    getState().fillIn({ kind: 'filter', filter: "name == 'a'" });
    await getState().makePlan();
    getState().goToStep('options');
    getState().fillIn({ isSigned: true });
    await getState().makePlan();
    expect(plans).toBe(1);
    getState().fillIn({ layout: 'one-folder' });
    expect(getState().planned).toEqual({ phase: 'none' });
    await getState().makePlan();
    expect(plans).toBe(2);
  });

  it('goes back to the plan where the person changes their mind about the folder', async () => {
    const { samplePlan } = await import('../support/sample-batch');
    const { api } = pageApi({ batch: { plan: async () => samplePlan, run: async () => null } });
    const { getState } = profilesStoreOf(api);
    getState().fillIn({ kind: 'filter', filter: "name == 'a'" });
    await getState().makePlan();
    await getState().writeFiles();
    expect(getState()).toMatchObject({
      batchStep: 'plan',
      written: { phase: 'none' },
      planned: { phase: 'known' },
    });
  });

  it('takes a dropped list whatever its encoding, and no workbook', async () => {
    const { getState } = profilesStoreOf(pageApi().api);
    const utf16 = Buffer.from('\ufeffvm;user\nfin-01;andré@x.y\n', 'utf16le');
    await getState().takeCsv(new File([utf16], 'vms.csv'));
    expect(getState().batchInput.csv?.text).toContain('andré@x.y');
    await getState().takeCsv(new File(['PK\u0003\u0004'], 'vms.xlsx'));
    expect(getState().listProblem).toMatchObject({ code: 'invalid-request' });
    expect(getState().batchInput.csv?.name).toBe('vms.csv');
  });
});
